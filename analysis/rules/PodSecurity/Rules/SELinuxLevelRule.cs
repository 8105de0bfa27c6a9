using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1116: SELinux categories are not fixed.</summary>
internal sealed class SELinuxLevelRule()
    : WorkloadRule("RMP1116", "selinux-level-not-fixed", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "No pod has fixed SELinux categories: the runtime gives each pod its own, and pods that share a pair can read each other's files.";

    public override string Allowed => "no seLinuxOptions.level, or one that no other workload has";

    public override string Fix => "remove seLinuxOptions.level and let the container runtime choose";

    public override string Guide => "AppArmor and SELinux";

    protected override void Check(Workload workload, Inspection inspection)
    {
        Check(workload, workload.PodSpec["securityContext"], null, inspection);
        foreach (Container container in workload.Containers)
        {
            Check(workload, container["securityContext"], container, inspection);
        }
    }

    private static void Check(Workload workload, Field context, Container? container, Inspection inspection)
    {
        Field level = context["seLinuxOptions"]["level"];
        if (level.IsUnset)
        {
            return;
        }

        string path = $"{container?.Path ?? workload.SpecPath}.securityContext.seLinuxOptions.level";
        if (!level.TryGetText(out string text))
        {
            inspection.Unknown(workload.Object, path);
        }
        else if (text.Contains(':', StringComparison.Ordinal))
        {
            inspection.Broken(workload.Object, path, $"the SELinux level '{level.Shown}' is fixed: all pods that have it share their files", level.Shown);
        }
    }
}

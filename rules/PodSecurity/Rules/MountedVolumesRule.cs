using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1130: volumes are mounted by some container.</summary>
internal sealed class MountedVolumesRule()
    : WorkloadRule("RMP1130", "mounted-volumes", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary => "Every volume is mounted by a container: one that none mounts is a forgotten mount, or gives secrets to pods that do not use them.";

    public override string Allowed => "volumes that a container mounts";

    public override string Fix => "mount the volume, or remove it";

    protected override void Check(Workload workload, Inspection inspection)
    {
        workload.PodSpec["volumes"].TryGetItems(out FieldItems volumes);
        for (int i = 0; i < volumes.Count; i++)
        {
            Field name = volumes[i]["name"];
            if (name.Text.Length > 0 && !workload.Volumes.MayBeMounted(name.Text))
            {
                inspection.Broken(
                    workload.Object,
                    string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.volumes[{i}]"),
                    $"no container mounts volume '{name.Shown}'",
                    name.Shown);
            }
        }
    }
}

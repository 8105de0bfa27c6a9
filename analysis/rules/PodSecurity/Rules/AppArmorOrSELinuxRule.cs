using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1113: pods name an AppArmor profile or SELinux options.</summary>
internal sealed class AppArmorOrSELinuxRule()
    : WorkloadRule("RMP1113", "apparmor-or-selinux", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "Pods name an AppArmor profile or SELinux options where nodes have either; what nobody names is whatever the node does by default.";

    public override string Allowed => "appArmorProfile or seLinuxOptions at the pod or at every container";

    public override string Fix => "set securityContext.appArmorProfile.type to RuntimeDefault; not on nodes without AppArmor, which would reject the pod";

    public override string Guide => "AppArmor and SELinux";

    public override ChecklistPoint? Point => ChecklistPoint.AppArmorOrSELinux;

    public override IReadOnlyList<string> OtherIds => ["kubescape:C-0211", "kubesec:ApparmorAny", "polaris:linuxHardening"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field context = workload.PodSpec["securityContext"];
        if (workload.IsWindows() || Says(context) == Flag.True)
        {
            return;
        }

        Field annotations = workload.PodMetadata["annotations"];
        Flag all = Says(context) == Flag.Unknown || annotations.Presence == Flag.Unknown ? Flag.Unknown : Flag.False;
        foreach (Container container in workload.Containers)
        {
            Flag own = Says(container["securityContext"]);
            if (own == Flag.Unset && (annotations.IsUnset || annotations[AppArmorAnnotation.Prefix + container.Name].IsUnset))
            {
                if (all != Flag.Unknown)
                {
                    inspection.Broken(
                        workload.Object,
                        $"{workload.SpecPath}.securityContext.appArmorProfile",
                        $"neither appArmorProfile nor seLinuxOptions is set for {container}");
                    return;
                }
            }
            else if (own == Flag.Unknown)
            {
                all = Flag.Unknown;
            }
        }

        if (all == Flag.Unknown)
        {
            inspection.Unknown(workload.Object, $"{workload.SpecPath}.securityContext.appArmorProfile");
        }
    }

    private static Flag Says(Field context)
    {
        Flag appArmor = context["appArmorProfile"].Presence, selinux = context["seLinuxOptions"].Presence;
        return appArmor == Flag.True || selinux == Flag.True ? Flag.True
            : appArmor == Flag.Unknown || selinux == Flag.Unknown ? Flag.Unknown
            : Flag.Unset;
    }
}

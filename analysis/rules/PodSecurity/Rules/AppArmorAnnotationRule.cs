using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1114: AppArmor profiles are in the field, not in the old annotation.</summary>
internal sealed class AppArmorAnnotationRule()
    : WorkloadRule("RMP1114", "apparmor-annotation", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "AppArmor profiles are in securityContext.appArmorProfile; the annotation is deprecated since Kubernetes 1.30 and covers one container only.";

    public override string Allowed => "the field appArmorProfile";

    public override string Fix => "set securityContext.appArmorProfile at the pod and remove the annotation";

    public override string Guide => "AppArmor and SELinux";

    public override ChecklistPoint? Point => ChecklistPoint.AppArmorOrSELinux;

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field annotations = workload.PodMetadata["annotations"];
        if (!annotations.TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            inspection.Unknown(workload.Object, $"{workload.MetadataPath}.annotations");
        }

        foreach (Property property in properties)
        {
            if (property.Name.StartsWith(AppArmorAnnotation.Prefix, StringComparison.Ordinal))
            {
                inspection.Broken(
                    workload.Object,
                    $"{workload.MetadataPath}.annotations[{property.Name}]",
                    "the annotation is deprecated since Kubernetes 1.30; the field appArmorProfile took its place",
                    annotations.Below(property.Value).Shown);
            }
        }
    }
}

using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1118: seccomp profiles are in the field, not in an annotation that nobody reads any more.</summary>
internal sealed class SeccompAnnotationRule()
    : WorkloadRule("RMP1118", "seccomp-annotation", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
{
    private const string PodAnnotation = "seccomp.security.alpha.kubernetes.io/pod";
    private const string ContainerPrefix = "container.seccomp.security.alpha.kubernetes.io/";

    public override string Summary => "Seccomp profiles are in securityContext.seccompProfile; since Kubernetes 1.27 the annotations do nothing.";

    public override string Allowed => "the field seccompProfile";

    public override string Fix => "set securityContext.seccompProfile and remove the annotation";

    public override string Guide => "Pod-Level Security Context";

    public override ChecklistPoint? Point => ChecklistPoint.SeccompProfile;

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field annotations = workload.PodMetadata["annotations"];
        if (!annotations.TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            inspection.Unknown(workload.Object, $"{workload.MetadataPath}.annotations");
        }

        foreach (Property property in properties)
        {
            if (property.Name == PodAnnotation || property.Name.StartsWith(ContainerPrefix, StringComparison.Ordinal))
            {
                inspection.Broken(
                    workload.Object,
                    $"{workload.MetadataPath}.annotations[{property.Name}]",
                    "the annotation does nothing since Kubernetes 1.27; the field seccompProfile took its place",
                    annotations.Below(property.Value).Shown);
            }
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5402: workloads and their pods have the labels that tools expect.</summary>
internal sealed class RecommendedLabelsRule()
    : WorkloadRule("RMP5402", "recommended-labels", RuleCategory.Identity, DiagnosticSeverity.Info)
{
    private static readonly string[] Names =
    [
        "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/version", "app.kubernetes.io/component", "app.kubernetes.io/part-of",
        "app.kubernetes.io/managed-by",
    ];

    public override string Summary => "Workloads and pods have the recommended labels, by which policies, budgets and people find what belongs together.";

    public override string Allowed => "app.kubernetes.io/ name, instance, version, component, part-of and managed-by";

    public override string Fix => "add the labels";

    public override IReadOnlyList<string> OtherIds => ["kubescape:C-0077"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (workload.Object.IsOwned || KubernetesNamespaces.IsOfControlPlane(workload.Object.Namespace))
        {
            return;
        }

        Check(workload, workload.Object.Metadata["labels"], isTemplate: false, inspection);
        if (!workload.Pod.IsPod)
        {
            Check(workload, workload.PodLabels, isTemplate: true, inspection);
        }
    }

    private static void Check(Workload workload, Field labels, bool isTemplate, Inspection inspection)
    {
        if (labels.Presence == Flag.Unknown)
        {
            inspection.Unknown(workload.Object, PathOf(workload, isTemplate));
            return;
        }

        List<string>? missing = null;
        foreach (string name in Names)
        {
            if (labels[name].IsUnset)
            {
                (missing ??= []).Add(name);
            }
        }

        if (missing is not null)
        {
            string who = isTemplate ? "the pods' template" : $"{workload.Object.Kind} '{workload.Object.Name}'";
            inspection.Broken(workload.Object, PathOf(workload, isTemplate), $"{who} has no label {string.Join(", ", missing)}");
        }
    }

    private static string PathOf(Workload workload, bool isTemplate) => isTemplate ? $"{workload.MetadataPath}.labels" : "metadata.labels";
}

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

    // What is said of each choice of names, once it has been said: a bit stands for a name.
    private static readonly string?[] Lists = new string?[1 << Names.Length];

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
        if (!workload.Pod.IsPod && !(workload.Pod.IsByShape && workload.PodMetadata.IsUnset))
        {
            Check(workload, workload.PodLabels, isTemplate: true, inspection);
        }
    }

    private static void Check(Workload workload, Field labels, bool isTemplate, Inspection inspection)
    {
        if (labels.Presence == Flag.Unknown)
        {
            inspection.Unknown(workload.Object, isTemplate ? $"{workload.MetadataPath}.labels" : "metadata.labels");
            return;
        }

        int missing = 0;
        for (int i = 0; i < Names.Length; i++)
        {
            missing |= labels[Names[i]].IsUnset ? 1 << i : 0;
        }

        if (missing == 0)
        {
            return;
        }

        // Threads may put the same together at the same time.
        string names = Lists[missing] ??= string.Join(", ", Names.Where((_, i) => (missing & (1 << i)) != 0));
        if (isTemplate)
        {
            inspection.Broken(workload.Object, $"{workload.MetadataPath}.labels", $"the pods' template has no label {names}");
        }
        else
        {
            inspection.Broken(workload.Object, "metadata.labels", $"{workload.Object.Kind} '{workload.Object.Name}' has no label {names}");
        }
    }
}

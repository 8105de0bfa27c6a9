using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The rules about recommended labels.</summary>
internal static class LabelRules
{
    private static readonly string[] Names =
    [
        "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/version", "app.kubernetes.io/component", "app.kubernetes.io/part-of",
        "app.kubernetes.io/managed-by",
    ];

    // What is said of each choice of names, once it has been said: a bit stands for a name.
    private static readonly string?[] Lists = new string?[1 << Names.Length];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP5402", "recommended-labels", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "Workloads and pods have the recommended labels, by which policies, budgets and people find what belongs together.",
            Allowed = "app.kubernetes.io/ name, instance, version, component, part-of and managed-by",
            Fix = "add the labels",
            OtherIds = ["kubescape:C-0077"],
            Check = static (workload, inspection) =>
            {
                if (workload.Object.IsOwned || KubernetesNamespaces.IsOfControlPlane(workload.Object.Namespace))
                {
                    return;
                }

                CheckLabels(workload, workload.Object.Metadata["labels"], isTemplate: false, inspection);
                if (!workload.Pod.IsPod && !(workload.Pod.IsByShape && workload.PodMetadata.IsUnset))
                {
                    CheckLabels(workload, workload.PodLabels, isTemplate: true, inspection);
                }
            },
        },
    ];

    private static void CheckLabels(Workload workload, Field labels, bool isTemplate, Inspection inspection)
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

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

    // The names that are missing, as a list, once it has been put together: a bit stands for a name.
    private static readonly string?[] Lists = new string?[1 << Names.Length];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP5402", "recommended-labels", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "Workloads and pods have the recommended labels, by which policies, budgets and people find what belongs together.",
            Allowed = "app.kubernetes.io/ name, instance, version, component, part-of and managed-by",
            Fix = "add the labels",
            OtherIds = ["kubescape:C-0077"],
            Example = new(
                """
                kind: Deployment
                metadata: {name: app, labels: {app: app}}
                spec: {template: {metadata: {labels: {app: app}}, spec: {containers: [{name: app}]}}}
                """,
                """
                kind: Deployment
                metadata:
                  name: app
                  labels: &labels
                    app.kubernetes.io/name: app
                    app.kubernetes.io/instance: app
                    app.kubernetes.io/version: 1.2.3
                    app.kubernetes.io/component: server
                    app.kubernetes.io/part-of: shop
                    app.kubernetes.io/managed-by: pulumi
                spec: {template: {metadata: {labels: *labels}, spec: {containers: [{name: app}]}}}
                """,
                "The labels of a selector cannot be changed, so add the new ones only to the template."),
            Check = static (workload, inspection) =>
            {
                KubernetesObject item = workload.Object;
                if (item.IsOwned || KubernetesNamespaces.IsOfControlPlane(item.Namespace))
                {
                    return;
                }

                FieldAt own = inspection.At(item)["metadata"]["labels"], ofPods = inspection.AtMetadata(workload)["labels"];
                own.ReportIf(Missing, $"{item.Kind} '{item.Name}' has no label {NamesOf(own.Field)}");
                if (!workload.Pod.IsPod && !(workload.Pod.IsByShape && workload.PodMetadata.IsUnset))
                {
                    ofPods.ReportIf(Missing, $"the pod template has no label {NamesOf(ofPods.Field)}");
                }
            },
        },
    ];

    // Whether one is missing.
    private static FieldTest Missing => new(static (labels, _) =>
        labels.Presence == Flag.Unknown ? Flag.Unknown : Find(labels) == 0 ? Flag.False : Flag.True);

    private static int Find(Field labels)
    {
        int missing = 0;
        for (int i = 0; i < Names.Length; i++)
        {
            missing |= labels[Names[i]].IsUnset ? 1 << i : 0;
        }

        return missing;
    }

    // Threads may put the same together at the same time.
    private static string NamesOf(Field labels)
    {
        int missing = Find(labels);
        return Lists[missing] ??= string.Join(", ", Names.Where((_, i) => (missing & (1 << i)) != 0));
    }
}

using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4067: pods are tied to node labels that a node cannot give itself.</summary>
internal sealed class SpoofableNodeLabelRule()
    : WorkloadRule("RMP4067", "spoofable-node-label", RuleCategory.Availability, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "Pods that must run on certain nodes ask for a label that no kubelet can give its own node; with any other, a node that was "
        + "broken into can draw them.";

    public override string Allowed => "labels with the prefix node-restriction.kubernetes.io/, and those of Kubernetes";

    public override string Fix => "use a label with the prefix node-restriction.kubernetes.io/ and taint the nodes, or a preferred term";

    public override string Guide => "Node Affinity";

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (workload.Object.IsOwned)
        {
            return;
        }

        Field selector = workload.PodSpec["nodeSelector"];
        if (!selector.IsUnset && selector.TryGetProperties(out ReadOnlySpan<Property> labels))
        {
            foreach (Property label in labels)
            {
                if (IsSpoofable(label.Name))
                {
                    Report(workload, $"{workload.SpecPath}.nodeSelector[{label.Name}]", label.Name, inspection);
                }
            }
        }

        Field affinity = workload.PodSpec["affinity"];
        if (!affinity.IsUnset)
        {
            CheckTerms(workload, affinity["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"]["nodeSelectorTerms"], inspection);
        }
    }

    private static void CheckTerms(Workload workload, Field field, Inspection inspection)
    {
        _ = field.TryGetItems(out FieldItems terms);
        for (int i = 0; i < terms.Count; i++)
        {
            _ = terms[i]["matchExpressions"].TryGetItems(out FieldItems expressions);
            for (int j = 0; j < expressions.Count; j++)
            {
                Field expression = expressions[j];
                if (expression["operator"].Text is "In" or "Exists" or "Gt" or "Lt" && expression["key"].Text is { Length: > 0 } key && IsSpoofable(key))
                {
                    key = expression["key"].Shown;
                    string path = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{workload.SpecPath}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[{i}].matchExpressions[{j}].key");
                    Report(workload, path, key, inspection);
                }
            }
        }
    }

    // NodeRestriction keeps kubelets from all labels of Kubernetes but some that say what a node is.
    private static bool IsSpoofable(string label)
    {
        int slash = label.IndexOf('/');
        string domain = slash < 0 ? "" : label[..slash];
        return domain is "kubelet.kubernetes.io" or "node.kubernetes.io" && !label.StartsWith("node.kubernetes.io/instance-type", StringComparison.Ordinal)
            || !(IsOf(domain, "kubernetes.io") || IsOf(domain, "k8s.io"));
    }

    private static bool IsOf(string domain, string parent) =>
        domain.EndsWith(parent, StringComparison.Ordinal) && (domain.Length == parent.Length || domain[^(parent.Length + 1)] == '.');

    private static void Report(Workload workload, string path, string label, Inspection inspection) =>
        inspection.Broken(
            workload.Object,
            path,
            $"{workload.Object} needs nodes with the label '{label}', which every kubelet may give its own node; its pods stay pending while none has it",
            label);
}

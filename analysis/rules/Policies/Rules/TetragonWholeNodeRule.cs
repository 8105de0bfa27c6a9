using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6403: policies of Tetragon say which pods they are about.</summary>
internal sealed class TetragonWholeNodeRule()
    : TracingPolicyRule("RMP6403", "tetragon-whole-node", DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A TracingPolicy says which pods it is about; without a selector it is about every process of the node, those of the node itself too.";

    public override string Allowed => "a TracingPolicyNamespaced, or podSelector, containerSelector or hostSelector";

    public override string Fix => "use a TracingPolicyNamespaced with a podSelector";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (item.Kind != "TracingPolicy"
            || !item.Spec["podSelector"].IsUnset
            || !item.Spec["containerSelector"].IsUnset
            || !item.Spec["hostSelector"].IsUnset)
        {
            return;
        }

        foreach ((_, Field hook) in HooksOf(item))
        {
            FieldItems selectors = ItemsOf(hook, "selectors");
            bool isNarrowed = selectors.Count > 0;
            foreach (Field selector in selectors)
            {
                isNarrowed &= !selector["matchWorkloads"].IsUnset || NamesLinuxNamespaces(selector);
            }

            if (!isNarrowed)
            {
                inspection.Broken(item, "spec.podSelector", $"{item} is about every process of every node");
                return;
            }
        }
    }

    private static bool NamesLinuxNamespaces(Field selector)
    {
        FieldItems matches = ItemsOf(selector, "matchNamespaces");
        bool hasValues = matches.Count > 0;
        foreach (Field match in matches)
        {
            hasValues &= match["values"].TryGetItems(out FieldItems values) && values.Count > 0;
        }

        return hasValues;
    }
}

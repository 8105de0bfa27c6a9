using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6406: policies of a namespace are not about nodes.</summary>
internal sealed class TetragonHostSelectorRule()
    : TracingPolicyRule("RMP6406", "tetragon-host-selector", DiagnosticSeverity.Error)
{
    public override string Summary => "A TracingPolicyNamespaced is about the pods of its namespace; Tetragon refuses one with a hostSelector.";

    public override string Allowed => "no hostSelector in a TracingPolicyNamespaced";

    public override string Fix => "remove hostSelector, or use a TracingPolicy";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (item.Kind == "TracingPolicyNamespaced" && !item.Spec["hostSelector"].IsUnset)
        {
            inspection.Broken(item, "spec.hostSelector", $"{item} may not select nodes");
        }
    }
}

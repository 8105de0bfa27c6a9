using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6102: Kyverno rules say themselves what happens.</summary>
internal sealed class KyvernoSpecActionRule()
    : KyvernoPolicyRule("RMP6102", "kyverno-spec-action", DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "What happens to an object that breaks a rule is said at the rule; the field of the whole policy is deprecated.";

    public override string Allowed => "failureAction Enforce or Audit at validate and verifyImages";

    public override string Fix => "set failureAction to Enforce at each rule and remove validationFailureAction";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field action = item.Spec["validationFailureAction"];
        if (!action.IsUnset)
        {
            string spelling = action.Text is "enforce" or "audit" ? $" and '{action.Shown}' is its old spelling" : "";
            inspection.Broken(item, "spec.validationFailureAction", $"validationFailureAction is deprecated{spelling}", action.Shown);
        }
    }
}

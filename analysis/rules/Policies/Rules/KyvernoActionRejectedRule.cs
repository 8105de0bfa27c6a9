using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6103: failure actions are spelled as Kyverno takes them.</summary>
internal sealed class KyvernoActionRejectedRule()
    : KyvernoPolicyRule("RMP6103", "kyverno-action-rejected", DiagnosticSeverity.Error)
{
    public override string Summary => "A failure action is Enforce or Audit with a capital letter; a rule takes nothing else.";

    public override string Allowed => "Enforce or Audit; in spec.validationFailureAction also enforce or audit";

    public override string Fix => "write Enforce";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field action = item.Spec["validationFailureAction"];
        if (!action.IsUnset && action.TryGetText(out string text) && text is not ("Enforce" or "Audit" or "enforce" or "audit"))
        {
            inspection.Broken(item, "spec.validationFailureAction", $"'{action.Shown}' is neither Enforce nor Audit", action.Shown);
        }

        FieldItems rules = RulesOf(item);
        for (int i = 0; i < rules.Count; i++)
        {
            CheckAction(item, rules[i]["validate"]["failureAction"], PathOf(i, "validate.failureAction"), inspection);
            _ = rules[i]["verifyImages"].TryGetItems(out FieldItems images);
            for (int j = 0; j < images.Count; j++)
            {
                CheckAction(
                    item,
                    images[j]["failureAction"],
                    PathOf(i, string.Create(CultureInfo.InvariantCulture, $"verifyImages[{j}].failureAction")),
                    inspection);
            }
        }
    }

    private static void CheckAction(KubernetesObject item, Field action, string path, Inspection inspection)
    {
        if (!action.IsUnset && action.TryGetText(out string text) && text is not ("Enforce" or "Audit"))
        {
            inspection.Broken(item, path, $"'{action.Shown}' is neither Enforce nor Audit", action.Shown);
        }
    }
}

using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6104: Kyverno rules keep out what breaks them.</summary>
internal sealed class KyvernoAuditOnlyRule()
    : KyvernoPolicyRule("RMP6104", "kyverno-audit-only", DiagnosticSeverity.Info)
{
    public override string Summary => "A rule of Kyverno says Enforce; by default it only reports what breaks it.";

    public override string Allowed => "failureAction Enforce";

    public override string Fix => "set failureAction to Enforce when the reports are empty";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field whole = item.Spec["validationFailureAction"];
        FieldItems rules = RulesOf(item);
        for (int i = 0; i < rules.Count; i++)
        {
            if (!rules[i]["validate"].IsUnset)
            {
                CheckAction(item, rules[i]["name"], whole, rules[i]["validate"]["failureAction"], PathOf(i, "validate.failureAction"), inspection);
            }

            _ = rules[i]["verifyImages"].TryGetItems(out FieldItems images);
            for (int j = 0; j < images.Count; j++)
            {
                string path = PathOf(i, string.Create(CultureInfo.InvariantCulture, $"verifyImages[{j}].failureAction"));
                CheckAction(item, rules[i]["name"], whole, images[j]["failureAction"], path, inspection);
            }
        }
    }

    private static void CheckAction(KubernetesObject item, Field name, Field whole, Field own, string path, Inspection inspection)
    {
        Field action = own.IsUnset ? whole : own;
        if (!action.TryGetText(out string text))
        {
            inspection.Unknown(item, path);
        }
        else if (text is "" or "Audit" or "audit")
        {
            inspection.Broken(item, path, $"rule '{name.Shown}' only reports what breaks it{(text.Length == 0 ? ", since it says nothing else" : "")}", action.Shown);
        }
    }
}

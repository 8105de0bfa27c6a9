using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6302: admission policies keep out what breaks them.</summary>
internal sealed class AdmissionDenyRule()
    : Rule("RMP6302", "admission-without-deny", RuleCategory.Policies, DiagnosticSeverity.Info)
{
    public override string Summary => "A policy denies what breaks it; with Warn or Audit alone it only says so.";

    public override string Allowed => "validationActions with Deny";

    public override string Fix => "add Deny to validationActions, and remove Warn";

    public override string Guide => "Image Policy Enforcement";

    internal override void Check(Inspection inspection)
    {
        CheckKind("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding", inspection);
        CheckKind("policies.kyverno.io", "ValidatingPolicy", inspection);
        CheckKind("policies.kyverno.io", "NamespacedValidatingPolicy", inspection);
        CheckKind("policies.kyverno.io", "ImageValidatingPolicy", inspection);
        CheckKind("policies.kyverno.io", "NamespacedImageValidatingPolicy", inspection);
    }

    private static void CheckKind(string group, string kind, Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind(group, kind))
        {
            Field actions = item.Spec["validationActions"];
            if (!actions.TryGetItems(out FieldItems items) || items.Count == 0)
            {
                continue;
            }

            bool isKnown = true, hasDeny = false;
            foreach (Field action in items)
            {
                isKnown &= action.TryGetText(out string text);
                hasDeny |= text == "Deny";
            }

            if (isKnown && !hasDeny)
            {
                inspection.Broken(item, "spec.validationActions", $"{item} only reports what breaks the policy", items[0].Shown);
            }
        }
    }
}

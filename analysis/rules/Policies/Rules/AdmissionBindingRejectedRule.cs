using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6303: bindings of admission policies are ones that the API server takes.</summary>
internal sealed class AdmissionBindingRejectedRule()
    : ObjectRule("RMP6303", "admission-binding-rejected", RuleCategory.Policies, DiagnosticSeverity.Error, "admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding")
{
    public override string Summary => "A binding names its policy and what happens, Deny and Warn not together; the API server rejects all else.";

    public override string Allowed => "policyName, and validationActions of Deny, Warn and Audit, not Deny with Warn";

    public override string Fix => "set policyName, and validationActions to [Deny]";

    public override string Guide => "Image Policy Enforcement";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (item.Spec["policyName"].TryGetText(out string policy) && policy.Length == 0)
        {
            inspection.Broken(item, "spec.policyName", $"{item} names no policy");
        }

        if (!item.Spec["validationActions"].TryGetItems(out FieldItems actions))
        {
            inspection.Unknown(item, "spec.validationActions");
            return;
        }

        if (actions.Count == 0)
        {
            inspection.Broken(item, "spec.validationActions", $"{item} does not say what happens");
        }

        bool hasDeny = false, hasWarn = false;
        for (int i = 0; i < actions.Count; i++)
        {
            hasDeny |= actions[i].Text == "Deny";
            hasWarn |= actions[i].Text == "Warn";
            if (actions[i].TryGetText(out string action) && action is not ("Deny" or "Warn" or "Audit"))
            {
                string path = PathPool.Item("spec", "validationActions", i);
                inspection.Broken(item, path, $"'{actions[i].Shown}' is none of Deny, Warn and Audit", actions[i].Shown);
            }
        }

        if (hasDeny && hasWarn)
        {
            inspection.Broken(item, "spec.validationActions", $"{item} has both Deny and Warn", "Deny, Warn");
        }

        Field parameter = item.Spec["paramRef"];
        if (parameter.Presence == Flag.True)
        {
            if (parameter["name"].IsUnset == parameter["selector"].IsUnset)
            {
                inspection.Broken(item, "spec.paramRef", "paramRef needs either a name or a selector");
            }

            if (parameter["parameterNotFoundAction"].IsUnset)
            {
                inspection.Broken(item, "spec.paramRef.parameterNotFoundAction", "paramRef does not say what happens when there is no parameter");
            }
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6301: admission policies are bound.</summary>
internal sealed class AdmissionPolicyUnboundRule()
    : ObjectRule("RMP6301", "admission-policy-unbound", RuleCategory.Policies, DiagnosticSeverity.Warning, "admissionregistration.k8s.io", "ValidatingAdmissionPolicy")
{
    public override string Summary => "A ValidatingAdmissionPolicy has a binding; without one it does nothing.";

    public override string Allowed => "a ValidatingAdmissionPolicyBinding with the policy's name";

    public override string Fix => "add a ValidatingAdmissionPolicyBinding with validationActions [Deny]";

    public override string Guide => "Image Policy Enforcement";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        bool isKnown = item.Name.Length > 0;
        foreach (KubernetesObject binding in inspection.Objects.OfKind("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding"))
        {
            isKnown &= binding.Spec["policyName"].TryGetText(out string name);
            if (isKnown && name == item.Name)
            {
                return;
            }
        }

        if (isKnown)
        {
            inspection.Broken(item, "", $"no binding among these objects puts {item} into force");
        }
        else
        {
            inspection.Unknown(item, "metadata.name", "or the policyName of a binding is not known yet");
        }
    }
}

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
        BoundPolicies bound = inspection.Shared(static shared => new BoundPolicies(shared.Objects));
        switch (bound.Has(item))
        {
            case Flag.False:
                inspection.Broken(item, "", $"no binding among these objects puts {item} into force");
                break;
            case Flag.Unknown:
                inspection.Unknown(item, "metadata.name", "or the policyName of a binding is not known yet");
                break;
        }
    }
}

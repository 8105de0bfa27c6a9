using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies;

/// <summary>The ValidatingAdmissionPolicies that bindings name.</summary>
internal sealed class BoundPolicies
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly bool _areKnown = true;

    public BoundPolicies(ObjectSet objects)
    {
        foreach (KubernetesObject binding in objects.OfKind("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding"))
        {
            _areKnown &= binding.Spec["policyName"].TryGetText(out string name);
            _names.Add(name);
        }
    }

    /// <summary>Whether a binding names a policy; unknown while its name, or that in a binding which may name it, is.</summary>
    public Flag Has(KubernetesObject policy) =>
        policy.Name.Length == 0 ? Flag.Unknown
        : _names.Contains(policy.Name) ? Flag.True
        : _areKnown ? Flag.False
        : Flag.Unknown;
}

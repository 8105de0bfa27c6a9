using Rampart.Rules.Objects;

namespace Rampart.Rules.Network;

/// <summary>The NetworkPolicies of some objects by their namespaces.</summary>
internal sealed class NetworkPolicies
{
    /// <summary>The group of NetworkPolicy and Ingress.</summary>
    public const string Group = "networking.k8s.io";

    private static readonly List<PolicyView> None = [];

    private readonly Dictionary<string, List<PolicyView>> _byPlace = new(StringComparer.Ordinal);

    public NetworkPolicies(ObjectSet objects)
    {
        foreach (KubernetesObject policy in objects.OfKind(Group, "NetworkPolicy"))
        {
            if (!_byPlace.TryGetValue(policy.Namespace, out List<PolicyView>? list))
            {
                _byPlace.Add(policy.Namespace, list = []);
            }

            list.Add(new PolicyView(policy));
        }

        foreach (KubernetesObject item in objects.Objects)
        {
            if (item.Group is "cilium.io" or "crd.projectcalico.org" or "projectcalico.org" or "crd.antrea.io" or "policy.networking.k8s.io"
                && item.Kind.EndsWith("Policy", StringComparison.Ordinal))
            {
                HasOthers = true;
                break;
            }
        }
    }

    /// <summary>Whether there are policies of another kind, which nobody here can read, so that nothing is certainly missing.</summary>
    public bool HasOthers { get; }

    /// <summary>The policies of a namespace.</summary>
    public List<PolicyView> Of(string place) => _byPlace.GetValueOrDefault(place, None);

    /// <summary>Whether the pods of a workload are cut off in a direction, apart from what is allowed.</summary>
    public Flag Isolates(Workload workload, PolicyDirection direction)
    {
        Flag result = Flag.False;
        foreach (PolicyView policy in Of(workload.Object.Namespace))
        {
            Flag selects = policy.Selects(workload), isolates = policy.Isolates(direction);
            if (selects == Flag.True && isolates == Flag.True)
            {
                return Flag.True;
            }

            result = selects != Flag.False && isolates != Flag.False ? Flag.Unknown : result;
        }

        return result;
    }

    /// <summary>Whether policies can be asked about a workload: not about one of the node's network, which they do not guard, nor about one that another owns.</summary>
    public static bool Guard(Workload workload) =>
        workload.PodSpec["hostNetwork"].Flag is Flag.Unset or Flag.False
        && !workload.Object.IsOwned
        && !KubernetesNamespaces.IsOfControlPlane(workload.Object.Namespace);

    /// <summary>Whether some rule of a policy that selects, or may select, a workload lets something through, or may do so.</summary>
    public bool MayAllow(Workload workload, PolicyDirection direction, Func<Field, Flag> allows)
    {
        foreach (PolicyView policy in Of(workload.Object.Namespace))
        {
            if (policy.Selects(workload) == Flag.False || policy.Isolates(direction) == Flag.False)
            {
                continue;
            }

            if (!policy.TryGetRules(direction, out FieldItems rules))
            {
                return true;
            }

            foreach (Field rule in rules)
            {
                if (allows(rule) != Flag.False)
                {
                    return true;
                }
            }
        }

        return false;
    }
}

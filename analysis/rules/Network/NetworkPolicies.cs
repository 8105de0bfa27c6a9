using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network;

/// <summary>The NetworkPolicies of some objects, by their namespaces and by what they select.</summary>
internal sealed class NetworkPolicies
{
    /// <summary>The group of NetworkPolicy and Ingress.</summary>
    public const string Group = "networking.k8s.io";

    private static readonly List<PolicyView> None = [];

    // Kinds of other projects that isolate pods as NetworkPolicies do. Not everything called a policy is one: Tetragon's and the routing
    // policies of Cilium are in Cilium's group, too.
    private static readonly HashSet<string> OtherKinds = new(StringComparer.Ordinal)
    {
        "cilium.io/CiliumNetworkPolicy", "cilium.io/CiliumClusterwideNetworkPolicy",
        "crd.projectcalico.org/NetworkPolicy", "crd.projectcalico.org/GlobalNetworkPolicy",
        "projectcalico.org/NetworkPolicy", "projectcalico.org/GlobalNetworkPolicy",
        "projectcalico.org/StagedNetworkPolicy", "projectcalico.org/StagedGlobalNetworkPolicy",
        "crd.antrea.io/NetworkPolicy", "crd.antrea.io/ClusterNetworkPolicy",
        "policy.networking.k8s.io/AdminNetworkPolicy", "policy.networking.k8s.io/BaselineAdminNetworkPolicy",
        "policy.networking.k8s.io/ClusterNetworkPolicy",
    };

    private readonly Dictionary<string, List<PolicyView>> _byPlace = new(StringComparer.Ordinal);

    // Policies that select many workloads are kept apart, so that few policies are checked for each workload.
    private readonly Dictionary<string, WidePolicies> _wide = new(StringComparer.Ordinal);
    private readonly WidePolicies _everywhere = new();
    private readonly Dictionary<Workload, List<PolicyChoice>> _byWorkload = [];

    private readonly ObjectSet _objects;

    private NetworkPolicies(SharedFacts facts)
    {
        _objects = facts.Objects;
        PodIndex pods = PodIndex.Of(facts);
        foreach (KubernetesObject item in facts.Objects.OfKind(Group, "NetworkPolicy"))
        {
            PolicyView policy = new(item);
            Add(_byPlace, item.Place, policy);
            if (policy.SelectsAll == Flag.True)
            {
                WideIn(item.Place).Add(policy);
                continue;
            }

            PodSelection selection = pods.Select(item, policy.Selector, isPlain: false);
            if (selection.Possible is not null)
            {
                (item.Metadata["namespace"].IsUnknown ? _everywhere : WideIn(item.Place)).Add(policy, selection, pods.PlaceOf(item)!);
                continue;
            }

            foreach (PodChoice choice in selection)
            {
                Add(_byWorkload, choice.Workload, new PolicyChoice(policy, choice.Match));
            }
        }

        foreach (KubernetesObject item in facts.Objects.Objects)
        {
            if (item.Kind.EndsWith("Policy", StringComparison.Ordinal) && OtherKinds.Contains($"{item.Group}/{item.Kind}"))
            {
                HasOthers = true;
                break;
            }
        }
    }

    /// <summary>Whether there are policies of another kind, which cannot be read here, so that nothing is certainly missing.</summary>
    public bool HasOthers { get; }

    public static NetworkPolicies Of(SharedFacts facts) => facts.Get(static shared => new NetworkPolicies(shared));

    /// <summary>The policies of a namespace.</summary>
    public List<PolicyView> In(string place) => _byPlace.GetValueOrDefault(KubernetesNamespaces.PlaceOf(place), None);

    /// <summary>Whether a namespace may have more policies, since it or theirs is not known.</summary>
    public bool MayBeMore(string place) => _objects.MayHoldMore(Group, "NetworkPolicy", place);

    /// <summary>Whether the pods of a workload are isolated in a direction, apart from what is allowed.</summary>
    public Flag Isolates(Workload workload, PolicyDirection direction)
    {
        Flag result = MayBeMore(workload.Object.Place) ? Flag.Unknown : _everywhere.Isolates(workload, direction);
        if (_wide.TryGetValue(workload.Object.Place, out WidePolicies? wide))
        {
            result = result.Or(wide.Isolates(workload, direction));
        }

        if (result != Flag.True && _byWorkload.TryGetValue(workload, out List<PolicyChoice>? choices))
        {
            foreach (PolicyChoice choice in choices)
            {
                Flag isolates = choice.Policy.Isolates(direction);
                result = result.Or(isolates == Flag.True ? choice.Match : isolates);
            }
        }

        return result;
    }

    /// <summary>
    /// Whether policies apply to a workload: not to one in the node's network, which they do not guard, nor to one
    /// that another object owns, nor to a template that nothing runs.
    /// </summary>
    public static bool Guard(Workload workload) =>
        workload.PodSpec["hostNetwork"].Flag is Flag.Unset or Flag.False
        && !workload.Object.IsOwned
        && workload.Object.Kind != "PodTemplate"
        && !KubernetesNamespaces.IsOfControlPlane(workload.Object.Place);

    /// <summary>Whether some rule of a policy that selects, or may select, a workload allows something, or may allow it.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="direction">The direction.</param>
    /// <param name="asked">What may be allowed; equal for the same question.</param>
    /// <param name="allows">Whether a rule allows it.</param>
    public bool MayAllow<T>(Workload workload, PolicyDirection direction, T asked, Func<Field, T, Flag> allows)
        where T : class
    {
        if (_byWorkload.TryGetValue(workload, out List<PolicyChoice>? choices))
        {
            foreach (PolicyChoice choice in choices)
            {
                if (choice.Policy.MayAllow(direction, asked, allows))
                {
                    return true;
                }
            }
        }

        return MayBeMore(workload.Object.Place)
            || (_wide.TryGetValue(workload.Object.Place, out WidePolicies? wide) && wide.MayAllow(workload, direction, asked, allows))
            || _everywhere.MayAllow(workload, direction, asked, allows);
    }

    private WidePolicies WideIn(string place)
    {
        if (!_wide.TryGetValue(place, out WidePolicies? wide))
        {
            _wide.Add(place, wide = new WidePolicies());
        }

        return wide;
    }

    private static void Add<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key, T item)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<T>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }

    // A policy that selects a workload, or may do so.
    private sealed record PolicyChoice(PolicyView Policy, Flag Match);
}

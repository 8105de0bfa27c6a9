using Rampart.Rules.Objects;

namespace Rampart.Rules.Network;

/// <summary>A NetworkPolicy as the network reads it.</summary>
internal sealed class PolicyView(KubernetesObject policy)
{
    private static readonly PolicyDirection[] Both = [PolicyDirection.Ingress, PolicyDirection.Egress];

    private readonly Field _selector = policy.Spec["podSelector"];

    /// <summary>Ingress and egress.</summary>
    public static ReadOnlySpan<PolicyDirection> Directions => Both;

    public KubernetesObject Object => policy;

    /// <summary>Its selector; unset is that of all pods.</summary>
    public Field Selector => _selector;

    /// <summary>Whether it selects every pod of its namespace: a selector that is empty or missing.</summary>
    public Flag SelectsAll
    {
        get
        {
            bool isKnown = _selector["matchLabels"].TryGetProperties(out _) && _selector["matchExpressions"].TryGetItems(out _);
            return !isKnown ? Flag.Unknown : LabelSelector.IsEmpty(_selector) ? Flag.True : Flag.False;
        }
    }

    /// <summary>The field with the rules of a direction.</summary>
    public static string NameOf(PolicyDirection direction) => direction == PolicyDirection.Ingress ? "ingress" : "egress";

    /// <summary>The directions in which something is certainly not so, e.g. <c>ingress and egress</c>; null for none.</summary>
    public static string? NameMissing(Flag ingress, Flag egress) => (ingress, egress) switch
    {
        (Flag.False, Flag.False) => "ingress and egress",
        (Flag.False, _) => "ingress",
        (_, Flag.False) => "egress",
        _ => null,
    };

    /// <summary>The entry of <c>policyTypes</c> for a direction.</summary>
    public static string TypeOf(PolicyDirection direction) => direction == PolicyDirection.Ingress ? "Ingress" : "Egress";

    /// <summary>The field with the peers in a rule of a direction.</summary>
    public static string PeersOf(PolicyDirection direction) => direction == PolicyDirection.Ingress ? "from" : "to";

    /// <summary>Whether pods that it selects are isolated in a direction, apart from what its rules allow.</summary>
    public Flag Isolates(PolicyDirection direction)
    {
        if (!policy.Spec["policyTypes"].TryGetItems(out FieldItems types))
        {
            return Flag.Unknown;
        }

        if (types.Count == 0)
        {
            // Ingress is always included, egress only where there are rules for it.
            return direction == PolicyDirection.Ingress ? Flag.True
                : !policy.Spec["egress"].TryGetItems(out FieldItems rules) ? Flag.Unknown
                : rules.Count > 0 ? Flag.True
                : Flag.False;
        }

        Flag result = Flag.False;
        foreach (Field type in types)
        {
            if (!type.TryGetText(out string text))
            {
                result = Flag.Unknown;
            }
            else if (text == TypeOf(direction))
            {
                return Flag.True;
            }
        }

        return result;
    }

    /// <summary>Reads the rules of a direction; false when they are not known.</summary>
    public bool TryGetRules(PolicyDirection direction, out FieldItems rules) => policy.Spec[NameOf(direction)].TryGetItems(out rules);

    /// <summary>Whether some rule allows something, or may allow it, for the pods that it selects.</summary>
    /// <param name="direction">The direction.</param>
    /// <param name="asked">What may be allowed.</param>
    /// <param name="allows">Whether a rule allows it.</param>
    public bool MayAllow<T>(PolicyDirection direction, T asked, Func<Field, T, Flag> allows)
    {
        if (Isolates(direction) == Flag.False)
        {
            return false;
        }

        if (!TryGetRules(direction, out FieldItems rules))
        {
            return true;
        }

        foreach (Field rule in rules)
        {
            if (allows(rule, asked) != Flag.False)
            {
                return true;
            }
        }

        return false;
    }
}

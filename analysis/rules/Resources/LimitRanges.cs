using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>The LimitRanges of all namespaces.</summary>
internal sealed class LimitRanges
{
    private static readonly NamespaceLimits None = new([]);

    private readonly Dictionary<string, NamespaceLimits> _byNamespace = new(StringComparer.Ordinal);

    private readonly KubernetesObject? _firstKnown;
    private readonly KubernetesObject? _firstUnknown;

    private LimitRanges(ObjectSet objects)
    {
        foreach (KubernetesObject limitRange in objects.OfKind("", "LimitRange"))
        {
            string place = limitRange.Place;
            if (place == KubernetesNamespaces.Unknown)
            {
                _firstUnknown ??= limitRange;
            }
            else
            {
                _firstKnown ??= limitRange;
            }

            if (!_byNamespace.ContainsKey(place))
            {
                _byNamespace.Add(place, new NamespaceLimits(objects.OfKind("", "LimitRange", place)));
            }
        }
    }

    /// <summary>The namespaces that have one, with their limits.</summary>
    public IReadOnlyDictionary<string, NamespaceLimits> ByNamespace => _byNamespace;

    public static LimitRanges Of(SharedFacts facts) => facts.Get(static shared => new LimitRanges(shared.Objects));

    /// <summary>A LimitRange that may be in a namespace, since that or its own is not known; null for none.</summary>
    public KubernetesObject? FindUncertain(string place) => place == KubernetesNamespaces.Unknown ? _firstKnown : _firstUnknown;

    /// <summary>The limits of a namespace; none when it has no LimitRange.</summary>
    public NamespaceLimits In(string place) => _byNamespace.GetValueOrDefault(KubernetesNamespaces.PlaceOf(place)) ?? None;
}

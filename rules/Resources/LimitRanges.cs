using Rampart.Rules.Catalogue;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>The LimitRanges of all namespaces.</summary>
internal sealed class LimitRanges
{
    private static readonly NamespaceLimits None = new([]);

    private readonly Dictionary<string, NamespaceLimits> _byNamespace = new(StringComparer.Ordinal);

    private LimitRanges(ObjectSet objects)
    {
        foreach (KubernetesObject limitRange in objects.OfKind("", "LimitRange"))
        {
            string place = limitRange.Place;
            if (!_byNamespace.ContainsKey(place))
            {
                _byNamespace.Add(place, new NamespaceLimits(objects.OfKind("", "LimitRange", place)));
            }
        }
    }

    /// <summary>The namespaces that have one, with what theirs say.</summary>
    public IReadOnlyDictionary<string, NamespaceLimits> ByNamespace => _byNamespace;

    public static LimitRanges Of(Inspection inspection) => inspection.Shared(static shared => new LimitRanges(shared.Objects));

    /// <summary>What those of a namespace say; nothing when it has none.</summary>
    public NamespaceLimits In(string place) => _byNamespace.GetValueOrDefault(KubernetesNamespaces.PlaceOf(place)) ?? None;
}

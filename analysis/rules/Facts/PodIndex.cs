using System.Collections.Concurrent;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Facts;

/// <summary>The workloads by namespace, and what selectors choose of them; each selector is looked up once.</summary>
internal sealed class PodIndex
{
    private readonly Dictionary<string, PodPlace> _places = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Asked, PodSelection> _selections = [];
    private readonly Lazy<PodPlace> _everywhere;

    public PodIndex(ObjectSet objects)
    {
        _everywhere = new(() => new PodPlace(objects.Workloads, isEverywhere: true));
        Dictionary<string, List<Workload>> byNamespace = new(StringComparer.Ordinal);
        foreach (Workload workload in objects.Workloads)
        {
            // A PodTemplate is only a text to copy; nothing runs.
            if (workload.Object.Kind == "PodTemplate")
            {
                continue;
            }

            if (!byNamespace.TryGetValue(workload.Object.Place, out List<Workload>? list))
            {
                byNamespace.Add(workload.Object.Place, list = []);
            }

            list.Add(workload);
        }

        foreach ((string name, List<Workload> workloads) in byNamespace)
        {
            _places.Add(name, new PodPlace(workloads));
        }
    }

    public static PodIndex Of(SharedFacts facts) => facts.Get(static facts => new PodIndex(facts.Objects));

    /// <summary>The workloads of a namespace.</summary>
    public IReadOnlyList<Workload> In(string place) => _places.TryGetValue(KubernetesNamespaces.PlaceOf(place), out PodPlace? found) ? found.Pods : [];

    /// <summary>Where an object selects: its namespace, or everywhere while that is not known; null for a namespace without workloads.</summary>
    public PodPlace? PlaceOf(KubernetesObject selecting) =>
        selecting.Metadata["namespace"].IsUnknown ? _everywhere.Value : _places.GetValueOrDefault(selecting.Place);

    /// <summary>What a selector chooses in its own namespace; all that it may choose while its namespace is not known.</summary>
    /// <param name="selecting">The object with the selector.</param>
    /// <param name="selector">The selector; unset chooses nothing.</param>
    /// <param name="isPlain">Whether it is a plain map of labels, as in a Service.</param>
    public PodSelection Select(KubernetesObject selecting, Field selector, bool isPlain)
    {
        if (selector.IsUnset || PlaceOf(selecting) is not { } place)
        {
            return PodSelection.None;
        }

        return _selections.GetOrAdd(
            new Asked(place, selector.Value, isPlain), static asked => asked.Place.Select(new Field(asked.Selector), asked.IsPlain));
    }

    private sealed record Asked(PodPlace Place, PropertyValue Selector, bool IsPlain);
}

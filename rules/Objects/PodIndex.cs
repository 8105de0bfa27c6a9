using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Objects;

/// <summary>The workloads by namespace and label, so that a selector is compared with few of them.</summary>
internal sealed class PodIndex
{
    private static readonly List<Workload> None = [];

    private readonly Dictionary<string, List<Workload>> _byNamespace = new(StringComparer.Ordinal);
    private readonly Dictionary<PodLabel, List<Workload>> _byLabel = [];
    private readonly Dictionary<string, List<Workload>> _unclear = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Workload> _all;

    public PodIndex(ObjectSet objects)
    {
        _all = objects.Workloads;
        foreach (Workload workload in _all)
        {
            // A PodTemplate is only a text to copy; nothing runs.
            if (workload.Object.Kind != "PodTemplate")
            {
                Add(workload);
            }
        }
    }

    public static PodIndex Of(Inspection inspection) => inspection.Shared(static inspection => new PodIndex(inspection.Objects));

    /// <summary>The workloads of a namespace.</summary>
    public IReadOnlyList<Workload> In(string place) => _byNamespace.GetValueOrDefault(place) ?? None;

    /// <summary>Adds what a selector chooses in its own namespace.</summary>
    /// <param name="selecting">The object with the selector.</param>
    /// <param name="selector">The selector; unset chooses nothing.</param>
    /// <param name="isPlain">Whether it is a plain map of labels, as in a Service.</param>
    /// <param name="choices">Where to add.</param>
    public void Choose(KubernetesObject selecting, Field selector, bool isPlain, List<PodChoice> choices)
    {
        if (selector.IsUnset)
        {
            return;
        }

        if (selecting.Metadata["namespace"].IsUnknown)
        {
            Choose(selector, isPlain, _all, isCertain: false, choices);
            return;
        }

        string place = selecting.Namespace;
        List<Workload> candidates = Narrowest(place, isPlain ? selector : selector["matchLabels"], out bool isNarrowed);
        Choose(selector, isPlain, candidates, isCertain: true, choices);
        if (isNarrowed && _unclear.TryGetValue(place, out List<Workload>? unclear))
        {
            Choose(selector, isPlain, unclear, isCertain: true, choices);
        }
    }

    private static void Choose(
        Field selector, bool isPlain, IReadOnlyList<Workload> candidates, bool isCertain, List<PodChoice> choices)
    {
        for (int i = 0; i < candidates.Count; i++)
        {
            Workload workload = candidates[i];
            Flag match = isPlain ? LabelSelector.MatchesLabels(selector, workload.PodLabels) : LabelSelector.Matches(selector, workload.PodLabels);
            if (match != Flag.False)
            {
                choices.Add(new PodChoice(workload, isCertain ? match : Flag.Unknown));
            }
        }
    }

    private List<Workload> Narrowest(string place, Field labels, out bool isNarrowed)
    {
        isNarrowed = false;
        List<Workload> narrowest = _byNamespace.GetValueOrDefault(place) ?? None;
        if (!labels.TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            return narrowest;
        }

        foreach (Property property in properties)
        {
            if (labels.Below(property.Value).TryGetText(out string value))
            {
                List<Workload> found = _byLabel.GetValueOrDefault(new PodLabel(place, property.Name, value)) ?? None;
                if (!isNarrowed || found.Count < narrowest.Count)
                {
                    narrowest = found;
                }

                isNarrowed = true;
            }
        }

        return narrowest;
    }

    private void Add(Workload workload)
    {
        string place = workload.Object.Namespace;
        AddTo(_byNamespace, place, workload);
        if (!workload.PodLabels.TryGetProperties(out ReadOnlySpan<Property> labels))
        {
            AddTo(_unclear, place, workload);
            return;
        }

        bool isClear = true;
        foreach (Property label in labels)
        {
            isClear &= workload.PodLabels.Below(label.Value).TryGetText(out _);
        }

        // Kept apart, not in both, so that nothing is chosen twice.
        if (!isClear)
        {
            AddTo(_unclear, place, workload);
            return;
        }

        foreach (Property label in labels)
        {
            AddTo(_byLabel, new PodLabel(place, label.Name, workload.PodLabels.Below(label.Value).Text), workload);
        }
    }

    private static void AddTo<TKey>(Dictionary<TKey, List<Workload>> lists, TKey key, Workload workload)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<Workload>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(workload);
    }

    // A class: a table by a tuple would be compiled at every start.
    private sealed record PodLabel(string Namespace, string Label, string Value);
}

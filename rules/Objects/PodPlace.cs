using System.Collections.Concurrent;

namespace Rampart.Rules.Objects;

/// <summary>The workloads of a namespace by their labels, so that a selector is compared with few of them, or with all at once.</summary>
internal sealed class PodPlace
{
    private readonly bool _isEverywhere;

    // Null where there are so few that each one is looked at.
    private readonly Lazy<LabelIndex>? _labels;
    private readonly Lazy<Dictionary<Workload, int>>? _numbers;
    private readonly ConcurrentDictionary<Func<Workload, bool>, PodBits> _having = [];

    /// <summary>A place.</summary>
    /// <param name="pods">Its workloads.</param>
    /// <param name="isEverywhere">Whether it stands for a namespace that is not known, so that nothing is chosen for certain.</param>
    public PodPlace(IReadOnlyList<Workload> pods, bool isEverywhere = false)
    {
        Pods = pods;
        _isEverywhere = isEverywhere;
        if (pods.Count > PodSelection.Few)
        {
            _labels = new(() => new LabelIndex(pods));
            _numbers = new(NumberAll);
        }
    }

    /// <summary>The workloads in the order of the objects; each one's place is its number.</summary>
    public IReadOnlyList<Workload> Pods { get; }

    /// <summary>Those with a property.</summary>
    /// <param name="property">The property; always the same delegate for one property, since the answers are kept.</param>
    public PodBits Having(Func<Workload, bool> property) => _having.GetOrAdd(
        property,
        static (property, pods) =>
        {
            PodBits having = new(pods.Count);
            for (int pod = 0; pod < pods.Count; pod++)
            {
                if (property(pods[pod]))
                {
                    having.Add(pod);
                }
            }

            return having;
        },
        Pods);

    /// <summary>The number of a workload of the place, in which many are chosen at once; -1 for others.</summary>
    public int NumberOf(Workload workload) => _numbers is null ? -1 : _numbers.Value.GetValueOrDefault(workload, -1);

    /// <summary>What a selector chooses.</summary>
    /// <param name="selector">The selector, which is set.</param>
    /// <param name="isPlain">Whether it is a plain map of labels.</param>
    public PodSelection Select(Field selector, bool isPlain)
    {
        if (_labels is null)
        {
            return Compare(selector, isPlain, Enumerable.Range(0, Pods.Count));
        }

        LabelIndex labels = _labels.Value;
        List<int>? candidates = labels.Narrow(isPlain ? selector : selector["matchLabels"]);
        return candidates is { Count: <= PodSelection.Few }
            ? Compare(selector, isPlain, candidates.Concat(labels.Unclear).Order())
            : MatchAll(selector, isPlain, labels);
    }

    private PodSelection MatchAll(Field selector, bool isPlain, LabelIndex labels)
    {
        (PodBits certain, PodBits possible) = labels.Match(selector, isPlain);
        foreach (int pod in labels.Unclear)
        {
            Flag match = Match(selector, isPlain, pod);
            if (match != Flag.False)
            {
                possible.Add(pod);
            }

            if (match == Flag.True)
            {
                certain.Add(pod);
            }
        }

        if (_isEverywhere)
        {
            certain.Clear();
        }

        if (possible.Count > PodSelection.Few)
        {
            return new PodSelection(this, certain.Count == possible.Count ? possible : certain, possible);
        }

        List<int> few = [];
        List<Flag> matches = [];
        for (int pod = possible.Next(0); pod >= 0; pod = possible.Next(pod + 1))
        {
            few.Add(pod);
            matches.Add(certain[pod] ? Flag.True : Flag.Unknown);
        }

        return new PodSelection(this, [.. few], [.. matches]);
    }

    // Compares the selector with one pod after the other.
    private PodSelection Compare(Field selector, bool isPlain, IEnumerable<int> candidates)
    {
        List<int> few = [];
        List<Flag> matches = [];
        foreach (int pod in candidates)
        {
            Flag match = Match(selector, isPlain, pod);
            if (match != Flag.False)
            {
                few.Add(pod);
                matches.Add(_isEverywhere ? Flag.Unknown : match);
            }
        }

        return few.Count == 0 ? PodSelection.None : new PodSelection(this, [.. few], [.. matches]);
    }

    private Flag Match(Field selector, bool isPlain, int pod) => isPlain
        ? LabelSelector.MatchesLabels(selector, Pods[pod].PodLabels)
        : LabelSelector.Matches(selector, Pods[pod].PodLabels);

    private Dictionary<Workload, int> NumberAll()
    {
        Dictionary<Workload, int> numbers = new(Pods.Count);
        for (int pod = 0; pod < Pods.Count; pod++)
        {
            numbers.Add(Pods[pod], pod);
        }

        return numbers;
    }
}

namespace Rampart.Rules.Objects;

/// <summary>What a selector chooses of the pods of one place, in the order of the objects.</summary>
/// <remarks>Few are kept as a list, many as bits: what looks at every one of few may not do so with many for each selector.</remarks>
internal sealed class PodSelection
{
    /// <summary>The most pods that are kept as a list.</summary>
    public const int Few = 32;

    /// <summary>Nothing.</summary>
    public static readonly PodSelection None = new(new PodPlace([]), [], []);

    private readonly PodPlace _place;
    private readonly int[] _few;
    private readonly Flag[] _matches;

    /// <summary>A selection of few.</summary>
    /// <param name="place">The place.</param>
    /// <param name="few">The numbers of those that are chosen, in their order.</param>
    /// <param name="matches">Whether each of them is chosen for certain.</param>
    public PodSelection(PodPlace place, int[] few, Flag[] matches)
    {
        _place = place;
        _few = few;
        _matches = matches;
        Count = few.Length;
    }

    /// <summary>A selection of many.</summary>
    /// <param name="place">The place.</param>
    /// <param name="certain">Those that are chosen for certain.</param>
    /// <param name="possible">These, and those that may be.</param>
    public PodSelection(PodPlace place, PodBits certain, PodBits possible)
        : this(place, [], [])
    {
        Certain = certain;
        Possible = possible;
        Count = possible.Count;
    }

    /// <summary>How many it chooses, or may choose.</summary>
    public int Count { get; }

    /// <summary>Those of many that are chosen for certain; null for few.</summary>
    public PodBits? Certain { get; }

    /// <summary>Those of many that are, or may be, chosen; null for few.</summary>
    public PodBits? Possible { get; }

    public Enumerator GetEnumerator() => new(this);

    /// <summary>Those with a property that are chosen for certain, in the order of the objects.</summary>
    /// <param name="property">The property; always the same delegate for one property, since the answers are kept.</param>
    public IEnumerable<Workload> Chosen(Func<Workload, bool> property)
    {
        if (Certain is null)
        {
            for (int i = 0; i < _few.Length; i++)
            {
                if (_matches[i] == Flag.True && property(_place.Pods[_few[i]]))
                {
                    yield return _place.Pods[_few[i]];
                }
            }

            yield break;
        }

        PodBits having = _place.Having(property);
        for (int pod = Certain.Next(0, having); pod >= 0; pod = Certain.Next(pod + 1, having))
        {
            yield return _place.Pods[pod];
        }
    }

    public struct Enumerator(PodSelection selection)
    {
        private int _next;

        public PodChoice Current { get; private set; }

        public bool MoveNext()
        {
            if (selection.Possible is not { } possible)
            {
                if (_next == selection._few.Length)
                {
                    return false;
                }

                Current = new PodChoice(selection._place.Pods[selection._few[_next]], selection._matches[_next]);
                _next++;
                return true;
            }

            int pod = possible.Next(_next);
            if (pod < 0)
            {
                return false;
            }

            Current = new PodChoice(selection._place.Pods[pod], selection.Certain![pod] ? Flag.True : Flag.Unknown);
            _next = pod + 1;
            return true;
        }
    }
}

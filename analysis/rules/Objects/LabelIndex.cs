using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects;

/// <summary>Which pods of a place have which labels. It answers what <see cref="LabelSelector"/> would for each pod, for all at once.</summary>
internal sealed class LabelIndex
{
    private readonly Dictionary<string, PodsOfLabel> _byLabel = new(StringComparer.Ordinal);
    private readonly List<int> _unclear = [];
    private readonly PodBits _clear;
    private readonly int _pods;

    public LabelIndex(IReadOnlyList<Workload> pods)
    {
        _pods = pods.Count;
        _clear = new PodBits(_pods);
        for (int pod = 0; pod < _pods; pod++)
        {
            Add(pods[pod].PodLabels, pod);
        }
    }

    /// <summary>The pods with labels that are not known, or of a wrong type; nothing else here is of them.</summary>
    public IReadOnlyList<int> Unclear => _unclear;

    /// <summary>The shortest list of pods with one of some labels, all of which are asked for; null where no label is known.</summary>
    public List<int>? Narrow(Field labels)
    {
        List<int>? narrowest = null;
        labels.TryGetProperties(out ReadOnlySpan<Property> properties);
        foreach (Property property in properties)
        {
            if (labels.Below(property.Value).TryGetText(out string value))
            {
                List<int> found = Find(property.Name)?.Find(value)?.Numbers ?? [];
                narrowest = narrowest is null || found.Count < narrowest.Count ? found : narrowest;
            }
        }

        return narrowest;
    }

    /// <summary>The pods that a selector chooses for certain, and with them those that it may choose.</summary>
    public (PodBits Certain, PodBits Possible) Match(Field selector, bool isPlain)
    {
        PodBits certain = _clear.Copy(), possible = _clear.Copy();
        MatchLabels(isPlain ? selector : selector["matchLabels"], certain, possible);
        if (isPlain)
        {
            return (certain, possible);
        }

        if (selector.Presence == Flag.Unknown || !selector["matchExpressions"].TryGetItems(out FieldItems expressions))
        {
            certain.Clear();
            return (certain, possible);
        }

        foreach (Field expression in expressions)
        {
            MatchExpression(expression, certain, possible);
        }

        return (certain, possible);
    }

    private void MatchLabels(Field wanted, PodBits certain, PodBits possible)
    {
        if (!wanted.TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            certain.Clear();
            return;
        }

        foreach (Property property in properties)
        {
            PodsOfLabel? label = Find(property.Name);
            if (wanted.Below(property.Value).TryGetText(out string value))
            {
                Keep(certain, label?.Find(value)?.Bits);
                Keep(possible, label?.Find(value)?.Bits);
            }
            else
            {
                certain.Clear();
                Keep(possible, label?.Any.Bits);
            }
        }
    }

    private void MatchExpression(Field expression, PodBits certain, PodBits possible)
    {
        if (!expression["key"].TryGetText(out string key)
            || !expression["operator"].TryGetText(out string operation)
            || !expression["values"].TryGetItems(out FieldItems values))
        {
            certain.Clear();
            return;
        }

        PodsOfLabel? label = Find(key);
        switch (operation)
        {
            case "Exists":
                Keep(certain, label?.Any.Bits);
                Keep(possible, label?.Any.Bits);
                break;
            case "DoesNotExist":
                Drop(certain, label?.Any.Bits);
                Drop(possible, label?.Any.Bits);
                break;
            case "In":
                PodBits? chosen = FindAny(label, values, out bool isKnown);
                Keep(certain, chosen);
                Keep(possible, isKnown ? chosen : label?.Any.Bits);
                break;
            case "NotIn":
                PodBits? excluded = FindAny(label, values, out isKnown);
                Drop(certain, isKnown ? excluded : label?.Any.Bits);
                Drop(possible, excluded);
                break;
            default:
                certain.Clear();
                break;
        }
    }

    // The pods with one of some values of a label.
    private static PodBits? FindAny(PodsOfLabel? label, FieldItems values, out bool isKnown)
    {
        isKnown = true;
        PodBits? single = null, all = null;
        foreach (Field value in values)
        {
            bool isText = value.TryGetText(out string text);
            isKnown &= isText;
            if (!isText || label?.Find(text)?.Bits is not { } found)
            {
                continue;
            }

            if (single is null)
            {
                single = found;
                continue;
            }

            all ??= single.Copy();
            all.Or(found);
        }

        return all ?? single;
    }

    private static void Keep(PodBits bits, PodBits? kept)
    {
        if (kept is null)
        {
            bits.Clear();
        }
        else
        {
            bits.And(kept);
        }
    }

    private static void Drop(PodBits bits, PodBits? dropped)
    {
        if (dropped is not null)
        {
            bits.AndNot(dropped);
        }
    }

    private PodsOfLabel? Find(string label) => _byLabel.GetValueOrDefault(label);

    private void Add(Field labels, int pod)
    {
        bool isClear = labels.TryGetProperties(out ReadOnlySpan<Property> properties);
        foreach (Property label in properties)
        {
            isClear &= labels.Below(label.Value).TryGetText(out _);
        }

        // Kept apart, not in both, so that nothing is chosen twice.
        if (!isClear)
        {
            _unclear.Add(pod);
            return;
        }

        _clear.Add(pod);
        foreach (Property label in properties)
        {
            Field value = labels.Below(label.Value);
            if (value.IsUnset)
            {
                continue;
            }

            if (!_byLabel.TryGetValue(label.Name, out PodsOfLabel? pods))
            {
                _byLabel.Add(label.Name, pods = new PodsOfLabel(_pods));
            }

            pods.Add(value.Text, pod);
        }
    }

    private sealed class PodsOfLabel(int pods)
    {
        private readonly Dictionary<string, PodNumbers> _byValue = new(StringComparer.Ordinal);

        public PodNumbers Any { get; } = new(pods);

        public PodNumbers? Find(string value) => _byValue.GetValueOrDefault(value);

        public void Add(string value, int pod)
        {
            if (!_byValue.TryGetValue(value, out PodNumbers? numbers))
            {
                _byValue.Add(value, numbers = new PodNumbers(pods));
            }

            numbers.Numbers.Add(pod);
            Any.Numbers.Add(pod);
        }
    }

    private sealed class PodNumbers(int pods)
    {
        private const int WorthKeeping = 64;

        private PodBits? _bits;

        public List<int> Numbers { get; } = [];

        // Those of few pods are made each time. Threads that ask at the same time make the same.
        public PodBits Bits
        {
            get
            {
                if (Volatile.Read(ref _bits) is { } known)
                {
                    return known;
                }

                PodBits bits = new(pods);
                Numbers.ForEach(bits.Add);
                if (Numbers.Count >= pods / WorthKeeping)
                {
                    Volatile.Write(ref _bits, bits);
                }

                return bits;
            }
        }
    }
}

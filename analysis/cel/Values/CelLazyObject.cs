namespace Rampart.Cel.Values;

/// <summary>An object whose fields are computed when they are first read, each once; what that costs is added to the evaluation that reads them.</summary>
/// <param name="names">The names of the fields.</param>
/// <param name="compute">The value of a field, and what it cost.</param>
public sealed class CelLazyObject(IReadOnlyList<string> names, Func<string, (CelValue Value, long Cost)> compute) : CelMap
{
    private readonly Dictionary<string, CelValue> _known = new(StringComparer.Ordinal);
    private long _cost;

    /// <inheritdoc/>
    public override int Count => names.Count;

    /// <inheritdoc/>
    public override CelValue KeyAt(int index) => CelValue.From(names[index]);

    /// <inheritdoc/>
    public override CelValue ValueAt(int index) => TryGet(names[index], out CelValue value) ? value : default;

    /// <inheritdoc/>
    public override bool TryGet(CelValue key, out CelValue value)
    {
        value = default;
        return key.Kind == Types.CelKind.String && TryGet(key.AsString(), out value);
    }

    /// <inheritdoc/>
    public override bool TryGet(string key, out CelValue value)
    {
        if (_known.TryGetValue(key, out value))
        {
            return true;
        }

        if (!names.Contains(key))
        {
            return false;
        }

        (value, long cost) = compute(key);
        _known[key] = value;
        _cost += cost;
        return true;
    }

    /// <summary>What fields have cost since this was last asked.</summary>
    internal long TakeCost()
    {
        long cost = _cost;
        _cost = 0;
        return cost;
    }
}

using Rampart.Cel.Values;

namespace Rampart.Cel;

/// <summary>The values of variables in one or more evaluations.</summary>
public sealed class CelBindings
{
    private readonly Dictionary<string, CelValue> _values = new(StringComparer.Ordinal);

    /// <summary>Sets a variable.</summary>
    public CelBindings Set(string name, CelValue value)
    {
        _values[name] = value;
        return this;
    }

    internal CelValue Get(string name) =>
        _values.TryGetValue(name, out CelValue value) ? value : CelValue.Error($"no such attribute(s): {name}");
}

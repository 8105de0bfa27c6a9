namespace Rampart.Rules.Objects;

/// <summary>Ports by their numbers and names.</summary>
internal sealed class DeclaredPorts
{
    private readonly Dictionary<double, Field> _byNumber = [];
    private readonly Dictionary<string, Field> _byName = new(StringComparer.Ordinal);
    private bool _areNumbersKnown = true;
    private bool _areNamesKnown = true;

    /// <summary>Adds the ports of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="number">The property with a port's number: <c>containerPort</c>, or <c>port</c> in a Service.</param>
    public void Add(Field list, string number)
    {
        bool isKnown = list.TryGetItems(out FieldItems ports);
        _areNumbersKnown &= isKnown;
        _areNamesKnown &= isKnown;
        foreach (Field port in ports)
        {
            Field name = port["name"];
            _areNumbersKnown &= !port[number].IsUnknown;
            _areNamesKnown &= !name.IsUnknown;
            if (port[number].TryGetInteger(out double own))
            {
                _byNumber.TryAdd(own, port);
            }

            if (!name.IsUnknown)
            {
                _byName.TryAdd(name.Text, port);
            }
        }
    }

    /// <summary>Whether there is a port with a name or number; unknown while one that may be it is.</summary>
    /// <param name="target">A name or number.</param>
    /// <param name="found">The first one; unset when there is none.</param>
    public Flag Find(Field target, out Field found)
    {
        bool isNumber = target.TryGetInteger(out double number);
        return (isNumber ? _byNumber.TryGetValue(number, out found) : _byName.TryGetValue(target.Text, out found)) ? Flag.True
            : (isNumber ? _areNumbersKnown : _areNamesKnown) ? Flag.False
            : Flag.Unknown;
    }
}

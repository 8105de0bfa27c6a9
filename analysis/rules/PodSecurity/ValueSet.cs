namespace Rampart.Rules.PodSecurity;

/// <summary>Values for a message, each once, in the order of their bytes.</summary>
internal struct ValueSet
{
    private SortedSet<string>? _values;

    public readonly int Count => _values?.Count ?? 0;

    /// <summary><c>"a", "b"</c>.</summary>
    public readonly string Quoted => _values is null ? "" : $"\"{string.Join("\", \"", _values)}\"";

    /// <summary><c>a, b</c>.</summary>
    public readonly string Joined => _values is null ? "" : string.Join(", ", _values);

    public void Add(string value) => (_values ??= new SortedSet<string>(Utf8Order.Instance)).Add(value);
}

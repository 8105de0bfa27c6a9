namespace Rampart.Yaml;

/// <summary>The anchors of a document, and the bounds that keep aliases from making a small text a huge tree.</summary>
internal sealed class AnchorTable
{
    // Stands for the place of a node that is still being read.
    private const int Open = -1;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private string _latest = "";
    private long _aliased;

    /// <summary>Reads the name behind <c>&amp;</c> or <c>*</c> and leaves the cursor behind it.</summary>
    public static string ReadName(YamlCursor cursor)
    {
        int end = cursor.Index + 1;
        while (end < cursor.Text.Length && (char.IsAsciiLetterOrDigit(cursor.Text[end]) || cursor.Text[end] is '-' or '_'))
        {
            end++;
        }

        string name = cursor.Text[(cursor.Index + 1)..end].ToString();
        char next = end < cursor.Text.Length ? cursor.Text[end] : '\0';
        if (name.Length == 0 || !(YamlCursor.IsBlankOrEnd(next) || next is '?' or ':' or ',' or ']' or '}' or '%' or '@' or '`'))
        {
            throw cursor.Error(
                $"{cursor.Current} is not followed by the name of an anchor", "use letters, digits, - and _, or quote the value");
        }

        cursor.Advance(name.Length + 1);
        return name;
    }

    /// <summary>Notes that the node of an anchor begins.</summary>
    public void Begin(string name) => _places[name] = Open;

    /// <summary>Notes the node of an anchor.</summary>
    /// <param name="name">The anchor.</param>
    /// <param name="place">The place of the node on the tape; never that of an alias.</param>
    public void Define(string name, int place)
    {
        _places[name] = place;
        _latest = name;
    }

    /// <summary>Whether a node has an anchor.</summary>
    public bool IsAt(int place) => _places.ContainsValue(place);

    /// <summary>Follows a node that a mapping has been put before.</summary>
    /// <param name="place">Where the node was.</param>
    public void Shift(int place)
    {
        if (_places.TryGetValue(_latest, out int latest) && latest == place)
        {
            _places[_latest] = place + 1;
        }
    }

    /// <summary>Reads an alias, with the cursor at its <c>*</c>, and writes it on the tape.</summary>
    /// <param name="cursor">At the <c>*</c>.</param>
    /// <param name="tape">The tape.</param>
    /// <param name="depth">The collections around the alias.</param>
    public void ReadAlias(YamlCursor cursor, YamlTape tape, int depth)
    {
        YamlPosition position = cursor.Position;
        string name = ReadName(cursor);
        if (!_places.TryGetValue(name, out int place))
        {
            throw new YamlException($"no anchor &{name} stands before its use", "define it first, or quote the value", position.Line, position.Column);
        }

        if (place == Open)
        {
            throw new YamlException($"the anchor &{name} contains itself", "use it outside its own value", position.Line, position.Column);
        }

        if (depth + tape[place].Height > YamlReader.MaxDepth)
        {
            throw Nesting.TooDeep(position);
        }

        _aliased += tape[place].Size;
        if (_aliased > YamlReader.MaxAliasedNodes)
        {
            throw new YamlException(
                $"the aliases repeat more than {YamlReader.MaxAliasedNodes} values", "write fewer aliases of large values", position.Line, position.Column);
        }

        tape.AddAlias(place, position);
    }
}

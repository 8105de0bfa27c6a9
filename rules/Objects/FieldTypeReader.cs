namespace Rampart.Rules.Objects;

/// <summary>
/// Reads types from a text: the name of a type on a line of its own, then a line for each type of its fields, two spaces further
/// to the right: <c>boolean: hostIPC hostNetwork</c>.
/// </summary>
internal sealed class FieldTypeReader
{
    private readonly string[] _lines;
    private readonly Dictionary<string, FieldType> _types = new(StringComparer.Ordinal)
    {
        ["boolean"] = FieldType.Boolean,
        ["id"] = FieldType.Id,
        ["integer"] = FieldType.Integer,
        ["integer-or-text"] = FieldType.IntegerOrText,
        ["long"] = FieldType.Long,
        ["quantity"] = FieldType.Quantity,
        ["text"] = FieldType.Text,
    };

    private FieldTypeReader(string source)
    {
        _lines = source.Split('\n');
        for (int i = 0; i < _lines.Length; i++)
        {
            if (_lines[i][0] != ' ')
            {
                int first = i + 1;
                _types.Add(_lines[i], FieldType.ObjectOf(_lines[i], () => ReadFields(first)));
            }
        }
    }

    /// <summary>The types by their names.</summary>
    public static Dictionary<string, FieldType> Read(string source) => new FieldTypeReader(source)._types;

    private Dictionary<string, FieldType> ReadFields(int first)
    {
        Dictionary<string, FieldType> fields = new(StringComparer.Ordinal);
        for (int i = first; i < _lines.Length && _lines[i][0] == ' '; i++)
        {
            int colon = _lines[i].IndexOf(':', StringComparison.Ordinal);
            FieldType type = Find(_lines[i][2..colon]);
            foreach (string field in _lines[i][(colon + 2)..].Split(' '))
            {
                fields.Add(field, type);
            }
        }

        return fields;
    }

    private FieldType Find(string name) => name[0] switch
    {
        '[' => FieldType.ListOf(Find(name[1..^1])),
        '{' => FieldType.MapOf(Find(name[1..^1])),
        _ => _types[name],
    };
}

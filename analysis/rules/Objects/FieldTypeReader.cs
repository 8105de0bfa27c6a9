using System.Text;

namespace Rampart.Rules.Objects;

/// <summary>Reads types from <see cref="FieldTable"/>, each when somebody asks for it first.</summary>
internal sealed class FieldTypeReader
{
    private readonly Dictionary<string, FieldType> _types = new(StringComparer.Ordinal)
    {
        ["boolean"] = FieldType.Boolean,
        ["empty"] = FieldType.Empty,
        ["id"] = FieldType.Id,
        ["integer"] = FieldType.Integer,
        ["integer-or-text"] = FieldType.IntegerOrText,
        ["json"] = FieldType.Json,
        ["long"] = FieldType.Long,
        ["number"] = FieldType.Number,
        ["quantity"] = FieldType.Quantity,
        ["text"] = FieldType.Text,
    };

    /// <summary>Finds where each type stands.</summary>
    public FieldTypeReader()
    {
        ReadOnlySpan<byte> table = FieldTable.Types;
        for (int start = 0; start < table.Length;)
        {
            ReadOnlySpan<byte> rest = table[start..];
            int end = rest.IndexOf("\n\n"u8), length = end < 0 ? rest.Length : end, first = start;
            string head = Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)'\n')]);
            int blank = head.IndexOf(' ', StringComparison.Ordinal);
            _types.Add(head[..blank], FieldType.ObjectOf(head[(blank + 1)..], () => ReadFields(first, length)));
            start += length + 2;
        }
    }

    /// <summary>A type by its name: <c>text</c>, <c>V1Container</c>, <c>[V1Container]</c> for a list, <c>{text}</c> for an object with any keys.</summary>
    public FieldType Find(string name) => name[0] switch
    {
        '[' => FieldType.ListOf(Find(name[1..^1])),
        '{' => FieldType.MapOf(Find(name[1..^1])),
        _ => _types[name],
    };

    private Dictionary<string, FieldType> ReadFields(int start, int length)
    {
        Dictionary<string, FieldType> fields = new(StringComparer.Ordinal);
        string[] lines = Encoding.UTF8.GetString(FieldTable.Types.Slice(start, length)).Split('\n');
        foreach (string line in lines.AsSpan(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            FieldType type = Find(line[2..colon]);
            foreach (string field in line[(colon + 2)..].Split(' '))
            {
                fields.Add(field, type);
            }
        }

        return fields;
    }
}

using System.Collections.Frozen;

namespace Rampart.Rules.Objects;

/// <summary>
/// Reads types from a text: the name of a type on a line of its own, then a line for each type of its fields, two spaces further
/// to the right: <c>boolean: hostIPC hostNetwork</c>.
/// </summary>
internal static class FieldTypeReader
{
    /// <summary>The types by their names.</summary>
    public static FrozenDictionary<string, FieldType> Read(string source)
    {
        Dictionary<string, FieldType> types = new(StringComparer.Ordinal)
        {
            ["boolean"] = FieldType.Boolean,
            ["integer"] = FieldType.Integer,
            ["integer-or-text"] = FieldType.IntegerOrText,
            ["quantity"] = FieldType.Quantity,
            ["text"] = FieldType.Text,
        };
        foreach (string line in source.Split('\n'))
        {
            if (line[0] != ' ')
            {
                types.Add(line, FieldType.NewObject());
            }
        }

        FieldType? owner = null;
        Dictionary<string, FieldType> fields = new(StringComparer.Ordinal);
        foreach (string line in source.Split('\n'))
        {
            if (line[0] != ' ')
            {
                owner?.Complete(fields);
                owner = types[line];
                fields.Clear();
                continue;
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            FieldType type = Find(types, line[2..colon]);
            foreach (string field in line[(colon + 2)..].Split(' '))
            {
                fields.Add(field, type);
            }
        }

        owner?.Complete(fields);
        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FieldType Find(Dictionary<string, FieldType> types, string name) => name[0] switch
    {
        '[' => FieldType.ListOf(Find(types, name[1..^1])),
        '{' => FieldType.MapOf(Find(types, name[1..^1])),
        _ => types[name],
    };
}

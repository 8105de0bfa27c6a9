using System.Text;

namespace Rampart.Yaml.Tests;

/// <summary>A tree on one line: <c>{key: [text, 'quoted']}</c>, with styles and tags as they were written.</summary>
internal static class YamlDump
{
    public static string Write(YamlNode? node)
    {
        StringBuilder text = new();
        Write(text, node);
        return text.ToString();
    }

    public static string WriteAll(IReadOnlyList<YamlNode> documents) => string.Join(" --- ", documents.Select(Write));

    private static void Write(StringBuilder text, YamlNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("(nothing)");
                break;
            case YamlSequence sequence:
                text.Append('[').AppendJoin(", ", sequence.Items.Select(Write)).Append(']');
                break;
            case YamlMapping mapping:
                text.Append('{').AppendJoin(", ", mapping.Entries.Select(entry => $"{Write(entry.Key)}: {Write(entry.Value)}")).Append('}');
                break;
            case YamlScalar scalar:
                text.Append(scalar.Tag is null ? "" : scalar.Tag + " ").Append(Quote(scalar));
                break;
            default:
                throw new InvalidOperationException(node.GetType().Name);
        }
    }

    private static string Quote(YamlScalar scalar)
    {
        string shown = scalar.Text.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
        return scalar.Style switch
        {
            ScalarStyle.SingleQuoted => $"'{shown}'",
            ScalarStyle.DoubleQuoted => $"\"{shown}\"",
            ScalarStyle.Literal => $"|{shown}|",
            ScalarStyle.Folded => $">{shown}>",
            _ => shown,
        };
    }
}

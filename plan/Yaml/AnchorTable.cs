namespace Rampart.Plan.Yaml;

/// <summary>The anchors of a document, and the bounds that keep aliases from making a small text a huge tree.</summary>
internal sealed class AnchorTable
{
    // An anchor whose node is still being read has no node.
    private readonly Dictionary<string, YamlNode?> _nodes = new(StringComparer.Ordinal);
    private long _aliased;

    /// <summary>Reads the name behind <c>&amp;</c> or <c>*</c> and leaves the cursor behind it.</summary>
    public static string ReadName(YamlCursor cursor)
    {
        int end = cursor.Index + 1;
        while (end < cursor.Text.Length && (char.IsAsciiLetterOrDigit(cursor.Text[end]) || cursor.Text[end] is '-' or '_'))
        {
            end++;
        }

        string name = cursor.Text[(cursor.Index + 1)..end];
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
    public void Open(string name) => _nodes[name] = null;

    /// <summary>Notes the node of an anchor.</summary>
    public void Define(string name, YamlNode node) => _nodes[name] = node;

    /// <summary>Reads an alias, with the cursor at its <c>*</c>.</summary>
    /// <param name="cursor">At the <c>*</c>.</param>
    /// <param name="depth">The collections around the alias.</param>
    public YamlNode ReadAlias(YamlCursor cursor, int depth)
    {
        YamlPosition position = cursor.Position;
        string name = ReadName(cursor);
        if (!_nodes.TryGetValue(name, out YamlNode? node))
        {
            throw new YamlException($"no anchor &{name} stands before its use", "define it first, or quote the value", position.Line, position.Column);
        }

        if (node is null)
        {
            throw new YamlException($"the anchor &{name} contains itself", "use it outside its own value", position.Line, position.Column);
        }

        if (depth + node.Height > YamlReader.MaxDepth)
        {
            throw Nesting.TooDeep(position);
        }

        _aliased += node.Size;
        if (_aliased > YamlReader.MaxAliasedNodes)
        {
            throw new YamlException(
                $"the aliases repeat more than {YamlReader.MaxAliasedNodes} values", "write fewer aliases of large values", position.Line, position.Column);
        }

        return node;
    }
}

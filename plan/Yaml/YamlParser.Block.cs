namespace Rampart.Plan.Yaml;

/// <summary>Block style: what indentation and line breaks structure.</summary>
internal sealed partial class YamlParser
{
    /// <summary>Reads the node that follows, or an empty one when none does.</summary>
    /// <param name="indent">The column that the node must be right of; -1 for the root.</param>
    /// <param name="atLineStart">Whether a list or mapping can begin at the cursor; on a line of its own it always can.</param>
    /// <param name="sequenceAtIndent">Whether a list can stand at <paramref name="indent"/> itself, as the value of a key can.</param>
    private YamlNode ReadBlockNode(int indent, bool atLineStart, bool sequenceAtIndent)
    {
        YamlPosition origin = _cursor.Position;
        atLineStart |= SkipToContent(atLineStart);
        if (!BelongsTo(indent, sequenceAtIndent))
        {
            return Empty(origin, default);
        }

        // Properties on a line of their own are those of the whole node below. Others are those of what follows them on
        // their line, and that may be just the first key of a mapping.
        int column = _cursor.Column;
        YamlPosition start = _cursor.Position;
        NodeProperties own = default, inner = ReadProperties(inFlow: false);
        while (inner.IsPresent && (SkipToContent(atLineStart: false) || _cursor.AtEnd))
        {
            own = Combine(own, inner);
            atLineStart = true;
            if (!BelongsTo(indent, sequenceAtIndent))
            {
                return Empty(start, own);
            }

            column = _cursor.Column;
            start = _cursor.Position;
            inner = ReadProperties(inFlow: false);
        }

        if (_cursor.AtIndicator('-') || _cursor.AtIndicator('?'))
        {
            if (!atLineStart || inner.IsPresent)
            {
                throw _cursor.Error("a list or mapping cannot begin in the middle of a line", "begin it on a line of its own");
            }

            return Define(own, _cursor.Current == '-' ? ReadBlockSequence() : ReadBlockMapping(column, start, firstKey: null));
        }

        if (_cursor.Current is '|' or '>')
        {
            NodeProperties properties = Combine(own, inner);
            ScalarStyle style = _cursor.Current == '|' ? ScalarStyle.Literal : ScalarStyle.Folded;
            return Define(properties, Scalar(BlockScalarReader.Read(_cursor, indent), style, start, properties.Tag));
        }

        YamlNode node = ReadInlineNode(indent, inFlow: false, inner);
        _cursor.SkipBlanks();
        if (_cursor.AtIndicator(':'))
        {
            RequireOneLine(start);
            return atLineStart
                ? Define(own, ReadBlockMapping(column, start, node))
                : throw _cursor.Error("there is a second ': ' on the line", "quote the value, or begin a mapping on the next line");
        }

        RequireLineEnd();
        return own.IsPresent ? Apply(own, inner, node) : node;
    }

    private YamlSequence ReadBlockSequence()
    {
        int column = _cursor.Column;
        SequenceBuilder items = new(_cursor.Position);
        _nesting.Enter(_cursor.Position);
        do
        {
            _cursor.Advance();
            items.Add(ReadBlockNode(column, atLineStart: true, sequenceAtIndent: false));
            SkipToContent(atLineStart: true);
        }
        while (IsAt(column) && _cursor.AtIndicator('-'));

        RequireNoDeeper(column);
        _nesting.Leave();
        return items.Build();
    }

    // Reads a mapping whose first key is read already, with the cursor at its colon, or is not, with the cursor at a '?'.
    private YamlMapping ReadBlockMapping(int column, YamlPosition start, YamlNode? firstKey)
    {
        MappingBuilder entries = new(start);
        _nesting.Enter(start);
        YamlNode? key = firstKey;
        do
        {
            if (key is null && _cursor.AtIndicator('?'))
            {
                ReadExplicitEntry(column, entries);
            }
            else
            {
                key ??= ReadKey(column);
                _cursor.Advance();
                entries.Add(key, ReadBlockNode(column, atLineStart: false, sequenceAtIndent: true));
            }

            key = null;
            SkipToContent(atLineStart: true);
        }
        while (IsAt(column));

        RequireNoDeeper(column);
        _nesting.Leave();
        return entries.Build();
    }

    // Reads '? key' and the ': value' below it.
    private void ReadExplicitEntry(int column, MappingBuilder entries)
    {
        _cursor.Advance();
        YamlNode key = ReadBlockNode(column, atLineStart: true, sequenceAtIndent: false);
        SkipToContent(atLineStart: true);
        if (!IsAt(column) || !_cursor.AtIndicator(':'))
        {
            entries.Add(key, Empty(_cursor.Position, default));
            return;
        }

        _cursor.Advance();
        entries.Add(key, ReadBlockNode(column, atLineStart: true, sequenceAtIndent: false));
    }

    private YamlNode ReadKey(int column)
    {
        if (_cursor.AtIndicator('-'))
        {
            throw _cursor.Error("a list item stands among the keys of a mapping", "indent it below the key that it belongs to");
        }

        YamlPosition start = _cursor.Position;
        YamlNode key = ReadInlineNode(column, inFlow: false, ReadProperties(inFlow: false));
        _cursor.SkipBlanks();
        if (!_cursor.AtIndicator(':'))
        {
            throw new YamlException("this line of a mapping has no ': '", "write key: value", start.Line, start.Column);
        }

        RequireOneLine(start);
        return key;
    }

    private bool BelongsTo(int indent, bool sequenceAtIndent) =>
        !_cursor.AtEnd
        && !_cursor.AtDocumentMarker
        && (_cursor.Column > indent || (sequenceAtIndent && _cursor.Column == indent && _cursor.AtIndicator('-')));

    private bool IsAt(int column) => !_cursor.AtEnd && !_cursor.AtDocumentMarker && _cursor.Column == column;

    private void RequireNoDeeper(int column)
    {
        if (!_cursor.AtEnd && _cursor.Column > column)
        {
            throw Indentation.Mismatch(_cursor);
        }
    }

    private void RequireOneLine(YamlPosition keyStart)
    {
        if (_cursor.Line != keyStart.Line)
        {
            throw _cursor.Error(
                $"the key before this ':' is spread over lines {keyStart.Line} to {_cursor.Line}",
                "write key: value on each line, or indent what belongs to a value");
        }
    }

    private NodeProperties Combine(NodeProperties own, NodeProperties inner) =>
        (own.Anchor is not null && inner.Anchor is not null) || (own.Tag is not null && inner.Tag is not null)
            ? throw TwoProperties()
            : new NodeProperties(true, own.Anchor ?? inner.Anchor, own.Tag ?? inner.Tag);

    // Gives a node the properties of the line above it.
    private YamlNode Apply(NodeProperties own, NodeProperties inner, YamlNode node)
    {
        NodeProperties properties = Combine(own, inner);
        return Define(
            properties,
            node is YamlScalar scalar && own.Tag is not null
                ? Scalar(scalar.Text, scalar.Style, new YamlPosition(scalar.Line, scalar.Column), own.Tag)
                : node);
    }
}

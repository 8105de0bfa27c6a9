namespace Rampart.Plan.Yaml;

/// <summary>Flow style, what brackets and braces structure, and the nodes that both styles share.</summary>
internal sealed partial class YamlParser
{
    // Reads an alias, a quoted or plain scalar, or a flow collection.
    private YamlNode ReadInlineNode(int indent, bool inFlow, NodeProperties properties)
    {
        YamlPosition start = _cursor.Position;
        switch (_cursor.Current)
        {
            case '*':
                return properties.IsPresent
                    ? throw _cursor.Error("an alias has an anchor or a tag", "take it away")
                    : _anchors.ReadAlias(_cursor, _nesting.Depth);
            case '\'':
                return Define(properties, Scalar(QuotedScalarReader.Read(_cursor), ScalarStyle.SingleQuoted, start, properties.Tag));
            case '"':
                return Define(properties, Scalar(QuotedScalarReader.Read(_cursor), ScalarStyle.DoubleQuoted, start, properties.Tag));
            case '[':
                return Define(properties, ReadFlowSequence());
            case '{':
                return Define(properties, ReadFlowMapping());
            default:
                return PlainScalarReader.CanStart(_cursor, inFlow)
                    ? Define(properties, Scalar(PlainScalarReader.Read(_cursor, indent, inFlow), ScalarStyle.Plain, start, properties.Tag))
                    : throw CannotStart();
        }
    }

    private YamlSequence ReadFlowSequence()
    {
        YamlPosition start = _cursor.Position;
        SequenceBuilder items = new(start);
        _nesting.Enter(start);
        _cursor.Advance();
        while (!AtFlowEnd(']', start))
        {
            items.Add(ReadFlowItem());
            ReadSeparator(']', start);
        }

        _nesting.Leave();
        return items.Build();
    }

    private YamlMapping ReadFlowMapping()
    {
        YamlPosition start = _cursor.Position;
        MappingBuilder entries = new(start);
        _nesting.Enter(start);
        _cursor.Advance();
        while (!AtFlowEnd('}', start))
        {
            YamlNode key = ReadFlowKey(out bool hasValue);
            entries.Add(key, hasValue ? ReadFlowValue() : Empty(_cursor.Position, default));
            ReadSeparator('}', start);
        }

        _nesting.Leave();
        return entries.Build();
    }

    // Reads an item of a list: a node, or 'key: value' as a mapping of one entry.
    private YamlNode ReadFlowItem()
    {
        YamlPosition start = _cursor.Position;
        bool isExplicit = _cursor.AtIndicator('?');
        YamlNode item = ReadFlowKey(out bool hasValue);
        if (!hasValue && !isExplicit)
        {
            return item;
        }

        MappingBuilder entry = new(start);
        _nesting.Enter(start);
        entry.Add(item, hasValue ? ReadFlowValue() : Empty(_cursor.Position, default));
        _nesting.Leave();
        return entry.Build();
    }

    // Reads a node that may be a key; if it is, the cursor is behind its colon.
    private YamlNode ReadFlowKey(out bool hasValue)
    {
        bool isExplicit = _cursor.AtIndicator('?');
        if (isExplicit)
        {
            _cursor.Advance();
            SkipToContent(atLineStart: false, inFlow: true);
        }

        YamlPosition start = _cursor.Position;
        YamlNode node = ReadFlowNode();
        if (isExplicit)
        {
            SkipToContent(atLineStart: false, inFlow: true);
        }

        _cursor.SkipBlanks();
        hasValue = _cursor.Current == ':';
        if (hasValue)
        {
            if (!isExplicit)
            {
                RequireOneLine(start);
            }

            _cursor.Advance();
        }

        return node;
    }

    private YamlNode ReadFlowValue()
    {
        YamlPosition origin = _cursor.Position;
        SkipToContent(atLineStart: false, inFlow: true);
        return _cursor.Current is ',' or ']' or '}' ? Empty(origin, default) : ReadFlowNode();
    }

    private YamlNode ReadFlowNode()
    {
        YamlPosition origin = _cursor.Position;
        NodeProperties properties = ReadProperties(inFlow: true);
        if (properties.IsPresent)
        {
            SkipToContent(atLineStart: false, inFlow: true);
            if (_cursor.Current is ',' or ']' or '}' or ':')
            {
                return Empty(origin, properties);
            }
        }

        return ReadInlineNode(indent: 0, inFlow: true, properties);
    }

    // Moves to the next item; returns true, behind the bracket, when there is none.
    private bool AtFlowEnd(char close, YamlPosition start)
    {
        SkipToContent(atLineStart: false, inFlow: true);
        if (_cursor.AtEnd || _cursor.AtDocumentMarker)
        {
            throw Unclosed(close, start);
        }

        if (_cursor.Current != close)
        {
            return false;
        }

        _cursor.Advance();
        return true;
    }

    // Moves over a comma, or to the closing bracket.
    private void ReadSeparator(char close, YamlPosition start)
    {
        SkipToContent(atLineStart: false, inFlow: true);
        if (_cursor.Current == ',')
        {
            _cursor.Advance();
        }
        else if (_cursor.AtEnd || _cursor.AtDocumentMarker)
        {
            throw Unclosed(close, start);
        }
        else if (_cursor.Current != close)
        {
            throw _cursor.Error($"neither ',' nor '{close}' follows the value", $"separate the values, or close what line {start.Line} opens");
        }
    }

    private static YamlException Unclosed(char close, YamlPosition start) =>
        new($"what is opened here has no closing '{close}'", $"close it with '{close}'", start.Line, start.Column);

    private YamlException CannotStart() => _cursor.Current switch
    {
        ':' => _cursor.Error("there is no key before ':'", "write key: value"),
        '\n' or '\0' => _cursor.Error("there is no value", "write one, or quote an empty text"),
        var c => _cursor.Error($"a value cannot begin with '{c}'", "quote it"),
    };
}

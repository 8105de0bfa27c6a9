namespace Rampart.Yaml;

/// <summary>Flow style, what brackets and braces structure, and the nodes that both styles share.</summary>
internal sealed partial class YamlParser
{
    // Reads an alias, a quoted or plain scalar, or a flow collection.
    private void ReadInlineNode(int indent, bool inFlow, NodeProperties properties)
    {
        YamlPosition start = _cursor.Position;
        int place = _tape.Count;
        switch (_cursor.Current)
        {
            case '*':
                if (properties.IsPresent)
                {
                    throw _cursor.Error("an alias has an anchor or a tag", "take it away");
                }

                Anchors.ReadAlias(_cursor, _tape, _nesting.Depth);
                break;
            case '\'':
                WriteScalar(QuotedScalarReader.Read(_cursor, _schema), ScalarStyle.SingleQuoted, start, properties);
                break;
            case '"':
                WriteScalar(QuotedScalarReader.Read(_cursor, _schema), ScalarStyle.DoubleQuoted, start, properties);
                break;
            case '[':
                ReadFlowSequence();
                Define(properties.Anchor, place);
                break;
            case '{':
                ReadFlowMapping();
                Define(properties.Anchor, place);
                break;
            default:
                if (!PlainScalarReader.CanStart(_cursor, inFlow))
                {
                    throw CannotStart();
                }

                WriteScalar(PlainScalarReader.Read(_cursor, indent, inFlow), ScalarStyle.Plain, start, properties);
                break;
        }
    }

    private void ReadFlowSequence()
    {
        YamlPosition start = _cursor.Position;
        int place = _tape.Open(YamlTokenKind.Sequence, start), count = 0;
        _nesting.Enter(start);
        _cursor.Advance();
        while (!AtFlowEnd(']', start))
        {
            ReadFlowItem();
            count++;
            ReadSeparator(']', start);
        }

        _nesting.Leave();
        _tape.Close(place, count);
    }

    private void ReadFlowMapping()
    {
        YamlPosition start = _cursor.Position;
        MappingEntries entries = new(_tape, _tape.Open(YamlTokenKind.Mapping, start), _schema);
        _nesting.Enter(start);
        _cursor.Advance();
        while (!AtFlowEnd('}', start))
        {
            int key = _tape.Count;
            bool hasValue = ReadFlowKey(out _);
            RequireKey(key);
            ReadFlowValue(hasValue);
            entries.Add(key);
            ReadSeparator('}', start);
        }

        _nesting.Leave();
        entries.Close();
    }

    // Reads an item of a list: a node, or 'key: value' as a mapping of one entry.
    private void ReadFlowItem()
    {
        YamlPosition start = _cursor.Position;
        int item = _tape.Count;
        bool hasValue = ReadFlowKey(out bool isExplicit);
        if (!hasValue && !isExplicit)
        {
            return;
        }

        int mapping = OpenMappingBefore(item, start);
        MappingEntries entries = new(_tape, mapping, _schema);
        _nesting.Enter(start);
        ReadFlowValue(hasValue);
        _nesting.Leave();
        entries.Add(mapping + 1);
        entries.Close();
    }

    // Reads a node that may be a key; if it is, the cursor is behind its colon and the result is true.
    private bool ReadFlowKey(out bool isExplicit)
    {
        isExplicit = _cursor.AtIndicator('?');
        if (isExplicit)
        {
            _cursor.Advance();
            SkipToContent(atLineStart: false, inFlow: true);
        }

        YamlPosition start = _cursor.Position;
        ReadFlowNode();
        if (isExplicit)
        {
            SkipToContent(atLineStart: false, inFlow: true);
        }

        _cursor.SkipBlanks();
        if (_cursor.Current != ':')
        {
            return false;
        }

        if (!isExplicit)
        {
            RequireSimpleKey(start);
        }

        _cursor.Advance();
        return true;
    }

    // Reads what stands behind a colon; without one the value is empty.
    private void ReadFlowValue(bool hasColon)
    {
        YamlPosition origin = _cursor.Position;
        if (hasColon)
        {
            SkipToContent(atLineStart: false, inFlow: true);
        }

        if (!hasColon || _cursor.Current is ',' or ']' or '}')
        {
            WriteEmpty(origin, default);
        }
        else
        {
            ReadFlowNode();
        }
    }

    private void ReadFlowNode()
    {
        YamlPosition origin = _cursor.Position;
        NodeProperties properties = ReadProperties(inFlow: true);
        if (properties.IsPresent)
        {
            SkipToContent(atLineStart: false, inFlow: true);
            if (_cursor.Current is ',' or ']' or '}' or ':')
            {
                WriteEmpty(origin, properties);
                return;
            }
        }

        ReadInlineNode(indent: 0, inFlow: true, properties);
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
        '\uFEFF' => _cursor.Error("a byte order mark, U+FEFF, begins this line", "take it out"),
        var c => _cursor.Error($"a value cannot begin with '{c}'", "quote it"),
    };
}

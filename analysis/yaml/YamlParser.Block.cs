namespace Rampart.Yaml;

/// <summary>Block style: what indentation and line breaks structure.</summary>
internal sealed partial class YamlParser
{
    /// <summary>Reads the node that follows, or an empty one when none does.</summary>
    /// <param name="indent">The column that the node must be right of; -1 for the root.</param>
    /// <param name="atLineStart">Whether a list or mapping can begin at the cursor; on a line of its own it always can.</param>
    /// <param name="sequenceAtIndent">Whether a list can stand at <paramref name="indent"/> itself, as the value of a key can.</param>
    private void ReadBlockNode(int indent, bool atLineStart, bool sequenceAtIndent)
    {
        YamlPosition origin = _cursor.Position;
        atLineStart |= SkipToContent(atLineStart);
        if (!BelongsTo(indent, sequenceAtIndent))
        {
            WriteEmpty(origin, default);
            return;
        }

        // Properties on a line of their own are those of the whole node below. Others are those of what follows them on
        // their line, and that may be just the first key of a mapping.
        int place = _tape.Count, column = _cursor.Column;
        YamlPosition start = _cursor.Position;
        NodeProperties own = default, inner = ReadProperties(inFlow: false);
        while (inner.IsPresent && (SkipToContent(atLineStart: false) || _cursor.AtEnd))
        {
            own = Combine(own, inner);
            atLineStart = true;
            if (!BelongsTo(indent, sequenceAtIndent))
            {
                WriteEmpty(start, own);
                return;
            }

            column = _cursor.Column;
            start = _cursor.Position;
            inner = ReadProperties(inFlow: false);
        }

        if (_cursor.Current is '-' or '?' && YamlCursor.IsBlankOrEnd(_cursor.Peek()))
        {
            if (!atLineStart || inner.IsPresent)
            {
                throw _cursor.Error("a list or mapping cannot begin in the middle of a line", "begin it on a line of its own");
            }

            if (_cursor.Current == '-')
            {
                ReadBlockSequence();
            }
            else
            {
                ReadBlockMapping(column, start, firstKey: -1);
            }

            Define(own.Anchor, place);
            return;
        }

        if (_cursor.Current is '|' or '>')
        {
            NodeProperties properties = Combine(own, inner);
            ScalarStyle style = _cursor.Current == '|' ? ScalarStyle.Literal : ScalarStyle.Folded;
            WriteScalar(BlockScalarReader.Read(_cursor, indent), style, start, properties);
            return;
        }

        ReadInlineNode(indent, inFlow: false, inner);
        _cursor.SkipBlanks();
        if (_cursor.AtIndicator(':'))
        {
            RequireSimpleKey(start);
            if (!atLineStart)
            {
                throw _cursor.Error("there is a second ': ' on the line", "quote the value, or begin a mapping on the next line");
            }

            ReadBlockMapping(column, start, firstKey: place);
            Define(own.Anchor, place);
            return;
        }

        RequireLineEnd();
        if (own.IsPresent)
        {
            Apply(own, inner, place);
        }
    }

    private void ReadBlockSequence()
    {
        int column = _cursor.Column, count = 0;
        int place = _tape.Open(YamlTokenKind.Sequence, _cursor.Position);
        _nesting.Enter(_cursor.Position);
        do
        {
            _cursor.Advance();
            ReadBlockNode(column, atLineStart: true, sequenceAtIndent: false);
            count++;
            SkipToContent(atLineStart: true);
        }
        while (IsAt(column) && _cursor.AtIndicator('-'));

        RequireNoDeeper(column);
        _nesting.Leave();
        _tape.Close(place, count);
    }

    // Reads a mapping whose first key has just been written, with the cursor at its colon, or, without one, with the cursor at a '?'.
    private void ReadBlockMapping(int column, YamlPosition start, int firstKey)
    {
        int mapping = firstKey < 0 ? _tape.Open(YamlTokenKind.Mapping, start) : OpenMappingBefore(firstKey, start);
        MappingEntries entries = new(_tape, mapping, _schema);
        _nesting.Enter(start);
        bool hasKey = firstKey >= 0;
        do
        {
            int key = mapping + 1;
            if (!hasKey)
            {
                key = _tape.Count;
                hasKey = ReadKey(column);
            }

            if (hasKey)
            {
                _cursor.Advance();
                ReadBlockNode(column, atLineStart: false, sequenceAtIndent: true);
            }

            entries.Add(key);
            hasKey = false;
            SkipToContent(atLineStart: true);
        }
        while (IsAt(column));

        RequireNoDeeper(column);
        _nesting.Leave();
        entries.Close();
    }

    // Reads a key; or '? key' with the ': value' below it, and then gives false: there is no value to come.
    private bool ReadKey(int column)
    {
        int key = _tape.Count;
        if (_cursor.AtIndicator('?'))
        {
            ReadExplicitEntry(column);
            return false;
        }

        if (_cursor.AtIndicator('-'))
        {
            throw _cursor.Error("a list item stands among the keys of a mapping", "indent it below the key that it belongs to");
        }

        YamlPosition start = _cursor.Position;
        ReadInlineNode(column, inFlow: false, ReadProperties(inFlow: false));
        _cursor.SkipBlanks();
        if (!_cursor.AtIndicator(':'))
        {
            throw new YamlException("this line of a mapping has no ': '", "write key: value", start.Line, start.Column);
        }

        RequireSimpleKey(start);
        RequireKey(key);
        return true;
    }

    private void ReadExplicitEntry(int column)
    {
        int key = _tape.Count;
        _cursor.Advance();
        ReadBlockNode(column, atLineStart: true, sequenceAtIndent: true);
        RequireKey(key);
        SkipToContent(atLineStart: true);
        if (!IsAt(column) || !_cursor.AtIndicator(':'))
        {
            WriteEmpty(_cursor.Position, default);
            return;
        }

        _cursor.Advance();
        ReadBlockNode(column, atLineStart: true, sequenceAtIndent: true);
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

    // With the cursor at the colon behind a key.
    private void RequireSimpleKey(YamlPosition keyStart)
    {
        if (_cursor.Line != keyStart.Line)
        {
            throw _cursor.Error(
                $"the key before this ':' is spread over lines {keyStart.Line} to {_cursor.Line}",
                "write key: value on each line, or indent what belongs to a value");
        }

        if (_cursor.Column + 1 - keyStart.Column > LongestSimpleKey)
        {
            throw new YamlException(
                $"the key is longer than {LongestSimpleKey} characters", "write '? ' before the key, and ': ' with the value on the next line", keyStart.Line, keyStart.Column);
        }
    }

    private NodeProperties Combine(NodeProperties own, NodeProperties inner) =>
        (own.Anchor is not null && inner.Anchor is not null) || (own.Tag is not null && inner.Tag is not null)
            ? throw TwoProperties()
            : new NodeProperties(true, own.Anchor ?? inner.Anchor, own.Tag ?? inner.Tag);

    // Gives a node the properties of the line above it.
    private void Apply(NodeProperties own, NodeProperties inner, int place)
    {
        string? anchor = Combine(own, inner).Anchor;
        if (own.Tag is not null && _tape[_tape.Resolve(place)].Kind == YamlTokenKind.Scalar)
        {
            _tape.Rewrite(place, own.Tag);
            RequireTag(place);
        }

        Define(anchor, place);
    }
}

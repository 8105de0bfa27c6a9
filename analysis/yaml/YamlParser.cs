namespace Rampart.Yaml;

/// <summary>Writes the nodes of a text on a tape, by recursive descent; this part knows documents, the others block and flow style.</summary>
internal sealed partial class YamlParser
{
    private readonly YamlCursor _cursor;
    private readonly YamlSchema _schema;
    private readonly YamlTape _tape;
    private readonly TagReader _tags;
    // What Go's libraries look ahead for the colon behind a key.
    private const int LongestSimpleKey = 1024;

    // 2^63: the first that is none of int64.
    private const double LongestInteger = 9223372036854775808;

    private AnchorTable? _known;
    private Nesting _nesting;

    /// <summary>A parser for many texts, one after the other.</summary>
    /// <param name="tape">The tape to write on.</param>
    /// <param name="schema">Which plain words are not strings.</param>
    public YamlParser(YamlTape tape, YamlSchema schema)
    {
        _cursor = new YamlCursor(tape.Texts);
        _schema = schema;
        _tape = tape;
        _tags = new TagReader(_cursor);
    }

    /// <summary>The text to read next.</summary>
    public YamlInput Input { get; } = new();

    /// <summary>The tape that is written on.</summary>
    public YamlTape Tape => _tape;

    /// <summary>Reads the only document of the text onto the emptied tape, where its place is 0.</summary>
    /// <returns>Whether there is a document.</returns>
    /// <exception cref="YamlException">The text is not YAML, passes a bound, or has a second document.</exception>
    public bool ReadOne()
    {
        Start();
        RequireContent();
        if (!MoveToDocument())
        {
            return false;
        }

        ReadDocument();
        return MoveToDocument() ? throw SecondDocument() : true;
    }

    /// <summary>Reads all documents of the text onto the emptied tape.</summary>
    /// <returns>The places of their roots.</returns>
    /// <exception cref="YamlException">The text is not YAML or passes a bound.</exception>
    public List<int> ReadAll()
    {
        Start();
        List<int> documents = [];
        while (MoveToDocument())
        {
            documents.Add(_tape.Count);
            ReadDocument();
        }

        return documents;
    }

    // To Go's yaml.v2 a document that begins with its end is none, not an empty one.
    private void RequireContent()
    {
        SkipToContent(atLineStart: true);
        if (_schema == YamlSchema.Yaml11 && _cursor.AtDocumentEnd)
        {
            throw _cursor.Error("kubectl does not read ... before a document", "take the line out");
        }
    }

    private YamlException SecondDocument() => _schema == YamlSchema.Yaml11
        ? _cursor.Error("kubectl reads nothing from here on: a document ended before", "begin the next document with a line that is --- and nothing else")
        : _cursor.Error("a second document starts here", "keep one document in this file");

    private void Start()
    {
        _tape.Clear();
        _cursor.Start(Input);
        _nesting = default;
    }

    // Moves over the ends of documents; returns false at the end of the text.
    private bool MoveToDocument()
    {
        SkipToContent(atLineStart: true);
        while (_cursor.AtDocumentEnd)
        {
            _cursor.Advance(3);
            RequireLineEnd();
            SkipToContent(atLineStart: true);
        }

        return !_cursor.AtEnd;
    }

    // Few documents have anchors.
    private AnchorTable Anchors => _known ??= new AnchorTable();

    private void ReadDocument()
    {
        _known = null;
        _tags.StartDocument();
        bool directives = ReadDirectives();
        bool marked = _cursor.AtDocumentStart;
        if (marked)
        {
            _cursor.Advance(3);
        }
        else if (directives)
        {
            throw _cursor.Error("no document follows the directives", "start the document with ---");
        }

        ReadBlockNode(indent: -1, atLineStart: !marked, sequenceAtIndent: false);
        SkipToContent(atLineStart: true);
        if (!_cursor.AtEnd && !_cursor.AtDocumentMarker)
        {
            throw Indentation.Mismatch(_cursor);
        }
    }

    private bool ReadDirectives()
    {
        bool any = false, version = false;
        while (_cursor.Column == 0 && _cursor.Current == '%')
        {
            if (_schema == YamlSchema.Yaml11)
            {
                throw _cursor.Error("kubectl does not read directives", "take the line out");
            }

            any = true;
            int start = _cursor.Index;
            YamlPosition position = _cursor.Position;
            _cursor.SkipLine();
            string line = _cursor.Text[start.._cursor.Index].ToString();
            int comment = line.IndexOf(" #", StringComparison.Ordinal);
            string[] words = (comment < 0 ? line : line[..comment]).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["%YAML", "1.1" or "1.2"] when !version:
                    version = true;
                    break;
                case ["%TAG", var handle, var prefix]:
                    _tags.Declare(handle, prefix);
                    break;
                default:
                    throw new YamlException("the directive is not known here", "write %YAML 1.2 once, %TAG, or none", position.Line, position.Column);
            }

            SkipToContent(atLineStart: true);
        }

        return any;
    }

    // Moves over blanks, comments and line breaks; returns whether a new line began.
    private bool SkipToContent(bool atLineStart, bool inFlow = false)
    {
        // Whatever stands behind # in the table of characters begins something.
        if (_cursor.Current > '#')
        {
            return false;
        }

        bool newLine = false;
        while (true)
        {
            _cursor.SkipSpaces();
            if (_cursor.Current == '\t' && (atLineStart || newLine) && !inFlow && _cursor.Index >= _cursor.BlankUntil)
            {
                // Where a collection could begin, blanks are indentation, and its columns have to mean the same to everybody.
                throw Indentation.Tab(_cursor);
            }

            _cursor.SkipBlanks();
            if (_cursor.Current == '#')
            {
                _cursor.SkipLine();
            }

            if (_cursor.Current == '\n')
            {
                _cursor.NextLine();
                newLine = true;
            }
            else
            {
                return newLine;
            }
        }
    }

    private void RequireLineEnd()
    {
        _cursor.SkipBlanks();
        if (!_cursor.AtBreakOrEnd && _cursor.Current != '#')
        {
            throw _cursor.Error("there is text after the end of the value", "quote the whole value, or put the text on its own line");
        }
    }

    private void WriteScalar(string text, ScalarStyle style, YamlPosition position, NodeProperties properties)
    {
        int place = _tape.Count;
        _tape.AddScalar(text, style, position, properties.Tag);
        RequireTag(place);
        Define(properties.Anchor, place);
    }

    private void WriteEmpty(YamlPosition position, NodeProperties properties) => WriteScalar("", ScalarStyle.Plain, position, properties);

    // A tag that the text does not fit is found here and not where the value is used.
    private void RequireTag(int scalar)
    {
        if (_tape.TagOf(scalar) is not null)
        {
            ScalarResolver.Resolve(_tape, scalar, _schema);
        }
    }

    private void Define(string? anchor, int place)
    {
        if (anchor is not null)
        {
            Anchors.Define(anchor, _tape.Resolve(place));
        }
    }

    // Takes the node that was written last as a key.
    private void RequireKey(int place)
    {
        ref readonly YamlToken node = ref _tape[_tape.Resolve(place)];
        if (node.Kind != YamlTokenKind.Scalar)
        {
            throw new YamlException("a list or mapping is used as a key", "use a text as the key", node.Line, node.Column);
        }

        if (_tape[place].Kind == YamlTokenKind.Alias)
        {
            _tape.Rewrite(place);
        }

        if (_schema == YamlSchema.Yaml11)
        {
            MakeText(place);
        }
    }

    // JSON has texts as keys only: kubectl makes "true" of the key y, and "8080" of 8080.
    private void MakeText(int key)
    {
        ScalarValue value = ScalarResolver.Resolve(_tape, key, _schema);
        string? text = value.Kind switch
        {
            ScalarKind.Null => null,
            ScalarKind.Integer when value.Number >= LongestInteger => null,
            ScalarKind.Float => JsonNumber.FormatKey(value.Number),
            _ => value.Text,
        };
        ref readonly YamlToken token = ref _tape[key];
        if (text is null)
        {
            throw new YamlException(
                value.Kind == ScalarKind.Null ? "null is used as a key" : $"{token.Text} is used as a key", "quote it, or write the key that is meant", token.Line, token.Column);
        }

        if (text == token.Text)
        {
            return;
        }

        if (_known?.IsAt(key) == true)
        {
            throw new YamlException($"the anchor of a key that is no text, {token.Text}", "quote the key", token.Line, token.Column);
        }

        _tape.SetText(key, text);
    }

    // Puts a mapping before the node that was written last, which becomes its first key.
    private int OpenMappingBefore(int key, YamlPosition position)
    {
        RequireKey(key);
        _known?.Shift(key);
        return _tape.OpenBefore(position);
    }

    // Reads an anchor and a tag in either order, as far as they stand on one line.
    private NodeProperties ReadProperties(bool inFlow) => _cursor.Current is '&' or '!' ? ReadAnchorAndTag(inFlow) : default;

    private NodeProperties ReadAnchorAndTag(bool inFlow)
    {
        string? anchor = null, tag = null;
        bool tagged = false;
        while (true)
        {
            if (_cursor.Current == '&' && anchor is null)
            {
                anchor = AnchorTable.ReadName(_cursor);
                Anchors.Begin(anchor);
            }
            else if (_cursor.Current == '!' && !tagged)
            {
                tag = _tags.Read(inFlow);
                tagged = true;
            }
            else if (_cursor.Current is '&' or '!')
            {
                throw TwoProperties();
            }
            else
            {
                return new NodeProperties(anchor is not null || tagged, anchor, tag);
            }

            _cursor.SkipBlanks();
        }
    }

    private YamlException TwoProperties() => _cursor.Error("a value has two anchors or two tags", "keep one of each");
}

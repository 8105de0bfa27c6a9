using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Rampart.Yaml;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Writes JSON on the tape that YAML is written on, with lines and columns.</summary>
/// <remarks>
/// JSON is almost YAML, but not quite: a colon may stand on the next line, DEL needs no escape, and values may follow each other
/// without a separator.
/// </remarks>
internal ref struct JsonTapeReader
{
    // A longer text is hardly there twice.
    private const int LongestPooled = 64;

    private readonly ReadOnlySpan<byte> _text;
    private readonly YamlTape _tape;
    private Utf8JsonReader _reader;
    private int _counted;
    private int _line = 1;
    private int _column = 1;

    /// <summary>Reads from the start of a text.</summary>
    /// <param name="text">UTF-8 without a byte order mark.</param>
    /// <param name="tape">The tape.</param>
    public JsonTapeReader(ReadOnlySpan<byte> text, YamlTape tape)
    {
        _text = text;
        _tape = tape;
        _reader = new Utf8JsonReader(text, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = YamlReader.MaxDepth });
    }

    /// <summary>Reads the next value onto the tape, which is emptied first.</summary>
    /// <param name="slice">Where it stands.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="YamlException">The text is not JSON, is nested too deeply, or has a key twice.</exception>
    public bool TryRead([NotNullWhen(true)] out DocumentSlice? slice)
    {
        slice = null;
        _tape.Clear();
        try
        {
            if (!_reader.Read())
            {
                return false;
            }

            int start = (int)_reader.TokenStartIndex, line = Position().Line;
            ReadValue();
            slice = new DocumentSlice(start, (int)_reader.BytesConsumed - start, line, IsJson: true);
            return true;
        }
        catch (JsonException exception)
        {
            int line = (int)(exception.LineNumber ?? 0) + 1, column = (int)(exception.BytePositionInLine ?? 0) + 1;
            throw Problem(exception.Message, line, column);
        }
        catch (InvalidOperationException)
        {
            // What the reader says of half a surrogate pair.
            YamlPosition position = Position();
            throw new YamlException("a text has an escape that is half a character", "write both escapes of the pair", position.Line, position.Column);
        }
    }

    // The reader's own words are for programmers where it speaks of its options.
    private static YamlException Problem(string message, int line, int column)
    {
        if (message.Contains("trailing comma", StringComparison.Ordinal))
        {
            return new YamlException("this is not JSON: a comma stands before the closing bracket", "take the comma out", line, column);
        }

        if (message.StartsWith("'/' is ", StringComparison.Ordinal))
        {
            return new YamlException("this is not JSON: JSON has no comments", "take the comment out", line, column);
        }

        string problem = message.Split(" LineNumber:", 2)[0].Replace(" Change the reader options.", "", StringComparison.Ordinal).TrimEnd('.');
        return new YamlException($"this is not JSON: {problem}", "mend the text", line, column);
    }

    private void ReadValue()
    {
        YamlPosition position = Position();
        LongLine.RefuseText(_reader.ValueSpan.Length, position);
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                ReadObject(position);
                break;
            case JsonTokenType.StartArray:
                ReadArray(position);
                break;
            case JsonTokenType.String:
                _tape.AddScalar(Text(), ScalarStyle.DoubleQuoted, position, tag: null);
                break;
            case JsonTokenType.Number when !double.IsFinite(_reader.GetDouble()):
                _tape.AddScalar(".inf", ScalarStyle.Plain, position, tag: null);
                break;
            default:
                _tape.AddScalar(Encoding.UTF8.GetString(_reader.ValueSpan), ScalarStyle.Plain, position, tag: null);
                break;
        }
    }

    private void ReadObject(YamlPosition position)
    {
        MappingEntries entries = new(_tape, _tape.Open(YamlTokenKind.Mapping, position), YamlSchema.Yaml12);
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            int key = _tape.Count;
            LongLine.RefuseText(_reader.ValueSpan.Length, Position());
            _tape.AddScalar(Text(), ScalarStyle.DoubleQuoted, Position(), tag: null);
            _reader.Read();
            ReadValue();
            entries.Add(key);
        }

        entries.Close();
    }

    private void ReadArray(YamlPosition position)
    {
        int place = _tape.Open(YamlTokenKind.Sequence, position), count = 0;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            ReadValue();
            count++;
        }

        _tape.Close(place, count);
    }

    private readonly string Text()
    {
        if (_tape.Texts is null || _reader.ValueSpan.Length > LongestPooled)
        {
            return _reader.GetString()!;
        }

        Span<char> text = stackalloc char[LongestPooled];
        return _tape.Texts.Get(text[.._reader.CopyString(text)]);
    }

    // Counts on from the last token, so that all tokens together cost one pass.
    private YamlPosition Position()
    {
        int index = (int)_reader.TokenStartIndex;
        ReadOnlySpan<byte> passed = _text[_counted..Math.Max(_counted, index)];
        int last = passed.LastIndexOf((byte)'\n');
        if (last >= 0)
        {
            _line += passed.Count((byte)'\n');
            _column = 1;
        }

        _column += Encoding.UTF8.GetCharCount(passed[(last + 1)..]);
        _counted += passed.Length;
        return new YamlPosition(_line, _column);
    }
}

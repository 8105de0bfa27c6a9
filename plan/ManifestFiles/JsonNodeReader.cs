using System.Text;
using System.Text.Json;
using Rampart.Plan.Yaml;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Reads JSON into the trees that YAML is read into, with lines and columns.</summary>
/// <remarks>
/// JSON is almost YAML, but not quite: a colon may stand on the next line, DEL needs no escape, and values may follow each other
/// without a separator.
/// </remarks>
internal ref struct JsonNodeReader
{
    private readonly ReadOnlySpan<byte> _text;
    private Utf8JsonReader _reader;
    private int _counted;
    private int _line = 1;
    private int _column = 1;

    /// <summary>Reads from the start of a text.</summary>
    /// <param name="text">UTF-8 without a byte order mark.</param>
    public JsonNodeReader(ReadOnlySpan<byte> text)
    {
        _text = text;
        _reader = new Utf8JsonReader(text, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = YamlReader.MaxDepth });
    }

    /// <summary>Reads the next value.</summary>
    /// <param name="node">The value; null at the end.</param>
    /// <param name="slice">Where it stands.</param>
    /// <exception cref="YamlException">The text is not JSON, is nested too deeply, or has a key twice.</exception>
    public bool TryRead(out YamlNode? node, out DocumentSlice slice)
    {
        node = null;
        slice = default;
        try
        {
            if (!_reader.Read())
            {
                return false;
            }

            int start = (int)_reader.TokenStartIndex, line = Position().Line;
            node = ReadValue();
            slice = new DocumentSlice(start, (int)_reader.BytesConsumed - start, line, IsJson: true);
            return true;
        }
        catch (JsonException exception)
        {
            string problem = exception.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
            int line = (int)(exception.LineNumber ?? 0) + 1, column = (int)(exception.BytePositionInLine ?? 0) + 1;
            throw new YamlException($"this is not JSON: {problem}", "mend the text", line, column);
        }
        catch (InvalidOperationException)
        {
            // What the reader says of half a surrogate pair.
            YamlPosition position = Position();
            throw new YamlException("a text has an escape that is half a character", "write both escapes of the pair", position.Line, position.Column);
        }
    }

    private YamlNode ReadValue()
    {
        YamlPosition position = Position();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                MappingBuilder entries = new(position);
                while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
                {
                    YamlScalar key = new(_reader.GetString()!, ScalarStyle.DoubleQuoted, Position());
                    _reader.Read();
                    entries.Add(key, ReadValue());
                }

                return entries.Build();
            case JsonTokenType.StartArray:
                SequenceBuilder items = new(position);
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue());
                }

                return items.Build();
            case JsonTokenType.String:
                return new YamlScalar(_reader.GetString()!, ScalarStyle.DoubleQuoted, position);
            default:
                return new YamlScalar(Encoding.UTF8.GetString(_reader.ValueSpan), ScalarStyle.Plain, position);
        }
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

using System.Globalization;
using System.Text;

namespace Rampart.Cel.Tests.Spec;

/// <summary>A message in the text format of protocol buffers: fields by name, each with its values.</summary>
internal sealed class TextProto
{
    private readonly Dictionary<string, List<object>> _fields = new(StringComparer.Ordinal);

    /// <summary>The type of an <c>Any</c>, if it is one.</summary>
    public bool IsAny => _fields.Keys.Any(static name => name.StartsWith('['));

    public bool Has(string name) => _fields.ContainsKey(name);

    public IEnumerable<TextProto> Messages(string name) => _fields.TryGetValue(name, out List<object>? values) ? values.OfType<TextProto>() : [];

    public TextProto Message(string name) => Messages(name).First();

    /// <summary>A scalar: text, bytes as Latin-1 text, or a word.</summary>
    public string Text(string name) => (string)_fields[name][0];

    public string? TextOrNull(string name) => _fields.TryGetValue(name, out List<object>? values) ? values[0] as string : null;

    /// <summary>The names of the fields.</summary>
    public IEnumerable<string> Names => _fields.Keys;

    public static TextProto Parse(string text) => new Reader(text).ReadFields('\0');

    private sealed class Reader(string text)
    {
        private int _next;

        public TextProto ReadFields(char end)
        {
            TextProto message = new();
            while (true)
            {
                Skip();
                if (_next >= text.Length || text[_next] == end)
                {
                    _next++;
                    return message;
                }

                string name = ReadName();
                Skip();
                if (text[_next] == ':')
                {
                    _next++;
                    Skip();
                }

                if (!message._fields.TryGetValue(name, out List<object>? values))
                {
                    message._fields[name] = values = [];
                }

                if (text[_next] == '[')
                {
                    _next++;
                    Skip();
                    while (text[_next] != ']')
                    {
                        values.Add(ReadValue());
                        Skip();
                        if (text[_next] == ',')
                        {
                            _next++;
                            Skip();
                        }
                    }

                    _next++;
                }
                else
                {
                    values.Add(ReadValue());
                }

                Skip();
                if (_next < text.Length && text[_next] is ',' or ';')
                {
                    _next++;
                }
            }
        }

        private object ReadValue()
        {
            switch (text[_next])
            {
                case '{':
                    _next++;
                    return ReadFields('}');
                case '"' or '\'':
                    StringBuilder whole = new();
                    while (_next < text.Length && text[_next] is '"' or '\'')
                    {
                        ReadString(whole);
                        Skip();
                    }

                    return whole.ToString();
                default:
                    int start = _next;
                    while (_next < text.Length && (char.IsAsciiLetterOrDigit(text[_next]) || text[_next] is '-' or '+' or '.' or '_'))
                    {
                        _next++;
                    }

                    return start == _next ? throw new FormatException($"no value at {start}: {text.Substring(start, 20)}") : text[start.._next];
            }
        }

        private string ReadName()
        {
            int start = _next;
            if (text[_next] == '[')
            {
                _next = text.IndexOf(']', _next) + 1;
                return text[start.._next];
            }

            while (char.IsAsciiLetterOrDigit(text[_next]) || text[_next] == '_')
            {
                _next++;
            }

            return start == _next ? throw new FormatException($"no name at {start}: {text.Substring(start, 20)}") : text[start.._next];
        }

        private void Skip()
        {
            while (_next < text.Length)
            {
                if (char.IsWhiteSpace(text[_next]))
                {
                    _next++;
                }
                else if (text[_next] == '#')
                {
                    int end = text.IndexOf('\n', _next);
                    _next = end < 0 ? text.Length : end;
                }
                else
                {
                    return;
                }
            }
        }

        // Bytes of UTF-8, each as one character.
        private void ReadString(StringBuilder whole)
        {
            char quote = text[_next++];
            while (text[_next] != quote)
            {
                if (text[_next] != '\\')
                {
                    Rune rune = Rune.GetRuneAt(text, _next);
                    whole.Append(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(rune.ToString())));
                    _next += rune.Utf16SequenceLength;
                    continue;
                }

                char kind = text[_next + 1];
                _next += 2;
                switch (kind)
                {
                    case >= '0' and <= '7':
                        int length = 1;
                        while (length < 3 && text[_next - 1 + length] is >= '0' and <= '7')
                        {
                            length++;
                        }

                        whole.Append((char)Convert.ToInt32(text.Substring(_next - 1, length), 8));
                        _next += length - 1;
                        break;
                    case 'x':
                        int digits = char.IsAsciiHexDigit(text[_next + 1]) ? 2 : 1;
                        whole.Append((char)int.Parse(text.AsSpan(_next, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                        _next += digits;
                        break;
                    case 'u' or 'U':
                        int count = kind == 'u' ? 4 : 8;
                        int code = int.Parse(text.AsSpan(_next, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                        whole.Append(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(char.ConvertFromUtf32(code))));
                        _next += count;
                        break;
                    default:
                        whole.Append(kind switch { 'a' => '\a', 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', 'v' => '\v', _ => kind });
                        break;
                }
            }

            _next++;
        }
    }
}

using System.Globalization;
using System.Text;

namespace Rampart.Yaml;

/// <summary>Reads tags and the <c>%TAG</c> directives that shorten them.</summary>
internal sealed class TagReader(YamlCursor cursor)
{
    private const string YamlPrefix = "tag:yaml.org,2002:";

    // Handle and prefix of each %TAG directive of the current document.
    private Dictionary<string, string>? _prefixes;

    /// <summary>Forgets the directives of the last document.</summary>
    public void StartDocument() => _prefixes = null;

    /// <summary>Learns <c>%TAG handle prefix</c>.</summary>
    public void Declare(string handle, string prefix)
    {
        _prefixes ??= new Dictionary<string, string>(StringComparer.Ordinal);
        if (handle is not ['!', ..] || handle[^1] != '!' || !_prefixes.TryAdd(handle, prefix))
        {
            throw cursor.Error("the %TAG directive is not valid here", "write %TAG !name! prefix once for each name");
        }
    }

    /// <summary>Reads a tag, with the cursor at its <c>!</c>; null for the tag <c>!</c>, which says nothing.</summary>
    public string? Read(bool inFlow)
    {
        if (cursor.Peek() == '<')
        {
            ReadOnlySpan<char> rest = cursor.Text[cursor.Index..];
            int close = rest.IndexOf('>'), length = close - 2;
            if (length <= 0 || rest[..close].IndexOfAny(" \t\n") >= 0)
            {
                throw cursor.Error("the tag is not closed", "write !<tag>");
            }

            string uri = Unescape(rest.Slice(2, length));
            cursor.Advance(length + 3);
            return Shorten(uri);
        }

        int end = cursor.Index + 1;
        while (end < cursor.Text.Length && IsTagCharacter(cursor.Text[end]))
        {
            end++;
        }

        char next = end < cursor.Text.Length ? cursor.Text[end] : '\0';
        if (!YamlCursor.IsBlankOrEnd(next) && !(inFlow && next is ',' or ']' or '}'))
        {
            throw cursor.Error($"the tag cannot hold '{next}'", "put a space after the tag");
        }

        string tag = cursor.Text[cursor.Index..end].ToString();
        int suffix = tag.LastIndexOf('!') + 1;
        string handle = tag[..suffix];
        string? prefix = null;
        if (_prefixes?.TryGetValue(handle, out prefix) != true)
        {
            prefix = handle switch
            {
                "!" => "!",
                "!!" => YamlPrefix,
                _ => throw cursor.Error($"no %TAG directive says what {handle} stands for", "declare it, or leave the tag out"),
            };
        }

        string resolved = prefix + Unescape(tag.AsSpan(suffix));
        cursor.Advance(tag.Length);
        return resolved == "!" ? null : Shorten(resolved);
    }

    private static string Shorten(string uri) =>
        uri.StartsWith(YamlPrefix, StringComparison.Ordinal) ? string.Concat("!!", uri.AsSpan(YamlPrefix.Length)) : uri;

    private static bool IsTagCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "-_.~!*'()%#;/?:@&=+$".Contains(c, StringComparison.Ordinal);

    private string Unescape(ReadOnlySpan<char> text)
    {
        if (!text.Contains('%'))
        {
            return text.ToString();
        }

        byte[] bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                count += Encoding.UTF8.GetBytes(text.Slice(i, 1), bytes.AsSpan(count));
            }
            else if (i + 2 < text.Length
                && byte.TryParse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                bytes[count++] = value;
                i += 2;
            }
            else
            {
                throw cursor.Error("the tag has a % without two hexadecimal digits", "write %25 for a percent sign");
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, count);
    }
}

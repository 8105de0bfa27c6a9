using System.Buffers.Text;
using System.Text;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Manifests;

/// <summary>
/// Writes objects as YAML: block style, two spaces, lists at the level of their key, as <c>kubectl</c> prints it.
/// </summary>
/// <remarks>
/// An emitter of our own, because writing is most of what <c>render</c> does and general ones take ten times as long
/// (bench/). It writes what JSON can say and nothing more: no anchors, no tags, no folding.
/// </remarks>
public sealed class ManifestYaml
{
    private const int FlushThreshold = 32 * 1024;
    private const int Indentation = 2;

    // Readers look no further than 1,024 characters for the colon behind a key, and an escape has up to ten.
    private const int LongestSimpleKey = 100;

    // 2^53, as in JSON.
    private const double LargestExactInteger = 9007199254740992;

    private readonly Stream _stream;
    private byte[] _buffer = new byte[FlushThreshold * 2];
    private int _count;

    private ManifestYaml(Stream stream) => _stream = stream;

    /// <summary>Writes objects as one multi-document text.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="manifests">The objects, in the order in which they are to be applied.</param>
    public static void Write(Stream stream, ReadOnlySpan<Manifest> manifests)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ManifestYaml writer = new(stream);
        for (int i = 0; i < manifests.Length; i++)
        {
            if (i > 0)
            {
                writer.Append("---\n"u8);
            }

            writer.AppendProperties(Masking.Mask(manifests[i]), indent: 0);
            if (writer._count > FlushThreshold)
            {
                writer.Flush();
            }
        }

        writer.Flush();
    }

    /// <summary>Writes any value, followed by a line break.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="value">The value, without secrets and unknowns.</param>
    public static void Write(Stream stream, PropertyValue value)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ManifestYaml writer = new(stream);
        switch (value.Kind)
        {
            case PropertyKind.Object when value.AsObject().Count > 0:
                writer.AppendProperties(value.AsObject(), indent: 0);
                break;
            case PropertyKind.List when value.AsList().Count > 0:
                writer.AppendItems(value.AsList(), indent: 0);
                break;
            default:
                writer.AppendScalar(value, Indentation);
                writer.Append("\n"u8);
                break;
        }

        writer.Flush();
    }

    private void AppendProperties(PropertyObject value, int indent, bool firstLineIsIndented = false)
    {
        foreach (ref readonly Property property in value.Properties)
        {
            if (firstLineIsIndented)
            {
                firstLineIsIndented = false;
            }
            else
            {
                AppendSpaces(indent);
            }

            AppendKey(property.Name, indent);
            AppendAfterKey(property.Value, indent);
        }
    }

    private void AppendKey(string name, int indent)
    {
        if (name.Length <= LongestSimpleKey || (name.Length < 1000 && YamlText.IsPlain(name)))
        {
            AppendText(name, indent, isKey: true);
        }
        else
        {
            Append("? "u8);
            AppendText(name, indent, isKey: true);
            Append("\n"u8);
            AppendSpaces(indent);
        }

        Append(":"u8);
    }

    private void AppendAfterKey(PropertyValue value, int indent)
    {
        switch (value.Kind)
        {
            case PropertyKind.Object when value.AsObject().Count > 0:
                Append("\n"u8);
                AppendProperties(value.AsObject(), indent + Indentation);
                break;
            case PropertyKind.List when value.AsList().Count > 0:
                Append("\n"u8);
                AppendItems(value.AsList(), indent);
                break;
            default:
                Append(" "u8);
                AppendScalar(value, indent + Indentation);
                Append("\n"u8);
                break;
        }
    }

    private void AppendItems(PropertyList value, int indent, bool firstLineIsIndented = false)
    {
        foreach (ref readonly PropertyValue item in value.Items)
        {
            if (firstLineIsIndented)
            {
                firstLineIsIndented = false;
            }
            else
            {
                AppendSpaces(indent);
            }

            Append("- "u8);
            switch (item.Kind)
            {
                case PropertyKind.Object when item.AsObject().Count > 0:
                    AppendProperties(item.AsObject(), indent + Indentation, firstLineIsIndented: true);
                    break;
                case PropertyKind.List when item.AsList().Count > 0:
                    AppendItems(item.AsList(), indent + Indentation, firstLineIsIndented: true);
                    break;
                default:
                    AppendScalar(item, indent + Indentation);
                    Append("\n"u8);
                    break;
            }
        }
    }

    private void AppendScalar(PropertyValue value, int indent)
    {
        switch (value.Kind)
        {
            case PropertyKind.Boolean:
                Append(value.AsBoolean() ? "true"u8 : "false"u8);
                break;
            case PropertyKind.Number:
                AppendNumber(value.AsNumber());
                break;
            case PropertyKind.String:
                AppendText(value.AsString(), indent, isKey: false);
                break;
            case PropertyKind.Object:
                Append("{}"u8);
                break;
            case PropertyKind.List:
                Append("[]"u8);
                break;
            default:
                Append("null"u8);
                break;
        }
    }

    private void AppendNumber(double number)
    {
        Ensure(32);
        int written;
        bool isInteger = Math.Abs(number) <= LargestExactInteger && Math.Truncate(number) == number;
        if (isInteger)
        {
            Utf8Formatter.TryFormat((long)number, _buffer.AsSpan(_count), out written);
        }
        else
        {
            Utf8Formatter.TryFormat(number, _buffer.AsSpan(_count), out written);
        }

        _count += written;
    }

    private void AppendText(string text, int indent, bool isKey)
    {
        if (YamlText.IsPlain(text))
        {
            AppendUtf8(text);
        }
        else if (!isKey && IsBlock(text))
        {
            AppendBlock(text, indent);
        }
        else
        {
            AppendQuoted(text);
        }
    }

    // Several lines of ordinary characters: a literal block keeps them readable.
    private static bool IsBlock(string text)
    {
        int lineBreak = text.IndexOf('\n', StringComparison.Ordinal);
        if (lineBreak <= 0 || text[0] is ' ' or '\t')
        {
            return false;
        }

        foreach (Rune character in text.EnumerateRunes())
        {
            if (character.Value is not ('\n' or '\t') && !YamlText.IsShown(character))
            {
                return false;
            }
        }

        return !HasCommand(text);
    }

    // In a block each line of a text is a line of the output.
    private static bool HasCommand(ReadOnlySpan<char> text)
    {
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (BuildCommands.IsAtStart(line) || BuildCommands.IsIn(line))
            {
                return true;
            }
        }

        return false;
    }

    private void AppendBlock(string text, int indent)
    {
        // '-' drops the last line break, '+' keeps several; without a mark there is exactly one.
        bool endsWithBreak = text[^1] == '\n';
        Append(endsWithBreak ? (text.Length > 1 && text[^2] == '\n' ? "|+"u8 : "|"u8) : "|-"u8);
        ReadOnlySpan<char> rest = endsWithBreak ? text.AsSpan(0, text.Length - 1) : text;
        foreach (Range range in rest.Split('\n'))
        {
            Append("\n"u8);
            ReadOnlySpan<char> line = rest[range];
            if (!line.IsEmpty)
            {
                AppendSpaces(indent);
                AppendUtf8(line);
            }
        }
    }

    // Half a surrogate pair becomes U+FFFD, which is what an engine gets.
    private void AppendQuoted(string text)
    {
        Append("\""u8);
        bool isCommand = BuildCommands.IsIn(text);
        int start = 0, index = 0;
        foreach (Rune character in text.EnumerateRunes())
        {
            int next = index + character.Utf16SequenceLength;
            if (character.Value is '"' or '\\' || !YamlText.IsShown(character) || (isCommand && character.Value == '#'))
            {
                AppendUtf8(text.AsSpan(start, index - start));
                AppendUtf8(YamlText.Escape(character));
                start = next;
            }

            index = next;
        }

        AppendUtf8(text.AsSpan(start));
        Append("\""u8);
    }

    private void AppendSpaces(int count)
    {
        Ensure(count);
        _buffer.AsSpan(_count, count).Fill((byte)' ');
        _count += count;
    }

    private void AppendUtf8(ReadOnlySpan<char> text)
    {
        Ensure(Encoding.UTF8.GetMaxByteCount(text.Length));
        _count += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_count));
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    private void Ensure(int count)
    {
        if (_buffer.Length - _count < count)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _count + count));
        }
    }

    private void Flush()
    {
        _stream.Write(_buffer, 0, _count);
        _count = 0;
    }
}

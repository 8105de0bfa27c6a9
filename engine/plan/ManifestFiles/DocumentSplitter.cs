using System.Text;

namespace Rampart.Plan.ManifestFiles;

/// <summary>
/// Splits a YAML stream into its documents before it is read: so a file needs the memory of its largest document only, a
/// mistake in one document does not hide those in others, and one document can be read again for the lines of its fields.
/// </summary>
/// <remarks>
/// <c>kubectl</c> splits, too, and by the letter: at lines that begin with <c>---</c> and hold nothing else but a comment, where only
/// <c>\n</c> ends a line. Of what it gets then it reads the first document; <see cref="Yaml.YamlParser"/> refuses a second one.
/// </remarks>
internal static class DocumentSplitter
{
    /// <summary>The documents in their order, also those that have nothing but blank lines and comments.</summary>
    /// <param name="text">UTF-8.</param>
    public static List<DocumentSlice> Split(ReadOnlySpan<byte> text)
    {
        List<DocumentSlice> slices = [];
        int line = 1;
        Split(text, isWhole: true, 0, ref line, slices);
        return slices;
    }

    /// <summary>Finds the documents that end in a part of a text.</summary>
    /// <param name="text">The part, in UTF-8.</param>
    /// <param name="isWhole">Whether nothing follows, so that the last document ends with it.</param>
    /// <param name="offset">The bytes before the part.</param>
    /// <param name="line">The line on which the part begins, from 1; afterwards that on which the rest begins.</param>
    /// <param name="slices">Gets the documents.</param>
    /// <returns>Where the rest begins, a document that does not end here: it is to be split again with what follows.</returns>
    public static int Split(ReadOnlySpan<byte> text, bool isWhole, int offset, ref int line, List<DocumentSlice> slices)
    {
        int start = 0, marker = FindMarker(text, 0);
        while (marker < text.Length)
        {
            int length = text[marker..].IndexOf((byte)'\n');
            if (length < 0 && !isWhole)
            {
                // What follows may be more of this line.
                return start;
            }

            int next = length < 0 ? text.Length : marker + length + 1;
            Add(start, marker, line);

            // A marker with something behind it begins the next document, whose reader says that it may not.
            bool isAlone = IsBlankOrComment(text[(marker + Marker.Length)..next]);
            line += CountLines(text[start..(isAlone ? next : marker)]);
            start = isAlone ? next : marker;
            marker = FindMarker(text, next);
        }

        if (isWhole)
        {
            Add(start, text.Length, line);
            return text.Length;
        }

        return start;

        void Add(int start, int end, int firstLine)
        {
            if (end > start)
            {
                slices.Add(new DocumentSlice(offset + start, end - start, firstLine));
            }
        }
    }

    private static ReadOnlySpan<byte> Marker => "---"u8;

    // The next line that begins with a marker, from the start of a line on; the end of the text when there is none.
    private static int FindMarker(ReadOnlySpan<byte> text, int lineStart)
    {
        if (text[lineStart..].StartsWith(Marker))
        {
            return lineStart;
        }

        int found = text[lineStart..].IndexOf("\n---"u8);
        return found < 0 ? text.Length : lineStart + found + 1;
    }

    private static bool IsBlankOrComment(ReadOnlySpan<byte> line)
    {
        while (!line.IsEmpty)
        {
            Rune.DecodeFromUtf8(line, out Rune character, out int length);
            if (!Rune.IsWhiteSpace(character))
            {
                return character.Value == '#';
            }

            line = line[length..];
        }

        return true;
    }

    private static int CountLines(ReadOnlySpan<byte> text)
    {
        int count = text.Count((byte)'\n');
        for (int i = text.IndexOf((byte)'\r'); i >= 0 && i < text.Length; i++)
        {
            count += text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n') ? 1 : 0;
        }

        return count;
    }
}

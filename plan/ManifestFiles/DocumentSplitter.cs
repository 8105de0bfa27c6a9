namespace Rampart.Plan.ManifestFiles;

/// <summary>
/// Splits a YAML stream into its documents before it is read: so a file needs the memory of its largest document only, a
/// mistake in one document does not hide those in others, and one document can be read again for the lines of its fields.
/// </summary>
/// <remarks>YAML allows this: <c>---</c> and <c>...</c> at the start of a line mean the same wherever they stand.</remarks>
internal static class DocumentSplitter
{
    /// <summary>The documents in their order, without those that have nothing but blank lines, comments and markers.</summary>
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
        int start = 0, startLine = line;
        bool hasContent = false, hasText = false;
        MarkerSearch markers = new(text);
        for (int lineStart = 0; lineStart < text.Length; line++)
        {
            if (hasText && hasContent && lineStart > 0)
            {
                // Until the document ends, no line can say more about it.
                int marker = markers.Find(text, lineStart);
                line += text[lineStart..marker].Count((byte)'\n');
                lineStart = marker;
                if (lineStart == text.Length)
                {
                    break;
                }
            }

            ReadOnlySpan<byte> rest = text[lineStart..];
            int end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            if (!isWhole && (end < 0 || (rest[end] == '\r' && end + 1 == rest.Length)))
            {
                // What follows may be more of this line.
                break;
            }

            int next = end < 0 ? text.Length
                : lineStart + end + (rest[end..] is [(byte)'\r', (byte)'\n', ..] ? 2 : 1);
            ReadOnlySpan<byte> content = end < 0 ? rest : rest[..end];
            if (IsMarker(content, (byte)'-'))
            {
                // What comes before the first --- may be its directives.
                if (hasContent)
                {
                    AddSlice(lineStart);
                    (start, startLine) = (lineStart, line);
                }

                hasContent = true;
                hasText |= content.Length > 3;
            }
            else if (IsMarker(content, (byte)'.'))
            {
                hasText |= content.Length > 3;
                AddSlice(next);
                (start, startLine) = (next, line + 1);
                hasContent = false;
            }
            else
            {
                bool isText = !content.IsEmpty && content[0] != (byte)'#' && !IsBlank(content);
                hasText |= isText;
                hasContent |= isText && content[0] != (byte)'%';
            }

            lineStart = next;
        }

        if (isWhole)
        {
            AddSlice(text.Length);
            return text.Length;
        }

        line = startLine;
        return start;

        void AddSlice(int end)
        {
            if (hasText)
            {
                slices.Add(new DocumentSlice(offset + start, end - start, startLine));
            }

            hasText = false;
        }
    }

    /// <summary>Finds the next line that begins as a marker does, many lines at a time.</summary>
    private struct MarkerSearch(ReadOnlySpan<byte> text)
    {
        // Where a text has other line breaks, each line is looked at. (Contains is thirty times as slow until the runtime compiles it anew.)
        private readonly bool _hasOtherBreaks = text.IndexOf((byte)'\r') >= 0;
        private int _start = -1;
        private int _end = -1;

        /// <summary>The first such line from the start of a line on; the end of the text when there is none.</summary>
        public int Find(ReadOnlySpan<byte> text, int lineStart)
        {
            if (_hasOtherBreaks)
            {
                return lineStart;
            }

            _start = _start >= lineStart ? _start : FindNext(text, lineStart, "\n---"u8);
            _end = _end >= lineStart ? _end : FindNext(text, lineStart, "\n..."u8);
            return Math.Min(_start, _end);
        }

        private static int FindNext(ReadOnlySpan<byte> text, int lineStart, ReadOnlySpan<byte> marker)
        {
            int found = text[(lineStart - 1)..].IndexOf(marker);
            return found < 0 ? text.Length : lineStart + found;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (byte character in line)
        {
            if (character is not ((byte)' ' or (byte)'\t'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMarker(ReadOnlySpan<byte> line, byte c) =>
        line.Length >= 3 && line[0] == c && line[1] == c && line[2] == c
        && (line.Length == 3 || line[3] is (byte)' ' or (byte)'\t');
}

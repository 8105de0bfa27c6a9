using System.Text;

namespace Rampart.Yaml;

/// <summary>Reads a scalar without quotes, over as many lines as it has.</summary>
internal static class PlainScalarReader
{
    /// <summary>Whether a plain scalar can begin at the cursor.</summary>
    public static bool CanStart(YamlCursor cursor, bool inFlow) => cursor.Current switch
    {
        '-' => !YamlCursor.IsBlankOrEnd(cursor.Peek()),
        '?' or ':' => !inFlow && !YamlCursor.IsBlankOrEnd(cursor.Peek()),
        // A line that begins with a byte order mark is indented for some readers and not for others.
        '\uFEFF' => cursor.Column > 0,

        // These begin something else, or are reserved.
        ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => false,
        var first => !YamlCursor.IsBlankOrEnd(first),
    };

    /// <summary>Reads the scalar and leaves the cursor behind its last character.</summary>
    /// <param name="cursor">At the first character.</param>
    /// <param name="indent">The column that lines after the first must be right of; without meaning in a flow collection.</param>
    /// <param name="inFlow">Whether this is inside <c>[]</c> or <c>{}</c>.</param>
    public static string Read(YamlCursor cursor, int indent, bool inFlow)
    {
        string first = ReadLine(cursor, inFlow);
        StringBuilder? text = null;
        while (true)
        {
            YamlCursor.Bookmark end = cursor.Mark();
            bool hasMore = MoveToContinuation(cursor, indent, inFlow);
            int next = cursor.Index;
            string more = hasMore ? ReadLine(cursor, inFlow) : "";
            if (more.Length == 0)
            {
                cursor.BlankUntil = next;
                cursor.Return(end);
                return text?.ToString() ?? first;
            }

            text ??= new StringBuilder(first);
            LineFolding.Append(text, cursor, end.Index, next);
            text.Append(more);
        }
    }

    private static string ReadLine(YamlCursor cursor, bool inFlow)
    {
        ReadOnlySpan<char> text = cursor.Text;
        int start = cursor.Index, end = start;
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (c > '#' && c != ':' && !inFlow)
            {
                // Nearly all characters: only line breaks, blanks, # and : can mean something outside of flow style.
                end = i + 1;
                continue;
            }

            if (c == '\n'
                || (c == '#' && (i == start || text[i - 1] is ' ' or '\t'))
                || (inFlow && c is ',' or '[' or ']' or '{' or '}' or '?'))
            {
                break;
            }

            if (c == ':')
            {
                char next = i + 1 < text.Length ? text[i + 1] : '\0';
                if (YamlCursor.IsBlankOrEnd(next))
                {
                    break;
                }

                if (inFlow && next is ',' or '[' or ']' or '{' or '}')
                {
                    // YAML has a key here, Go's libraries have text that ends with a colon.
                    cursor.Advance(i - start);
                    throw cursor.Error($"':' and '{next}' are not separated", "put a space between them, or quote the text");
                }
            }

            if (c is not (' ' or '\t'))
            {
                end = i + 1;
            }
        }

        cursor.Advance(end - start);
        return cursor.Slice(start, end);
    }

    // Moves to the next line that can go on with the scalar; returns false when there is none.
    private static bool MoveToContinuation(YamlCursor cursor, int indent, bool inFlow)
    {
        cursor.SkipBlanks();
        while (cursor.Current == '\n')
        {
            cursor.NextLine();
            cursor.SkipSpaces();
            bool outside = !inFlow && cursor.Column <= indent;
            bool tab = cursor.Current == '\t';
            cursor.SkipBlanks();
            if (tab && outside)
            {
                throw Indentation.Tab(cursor);
            }

            if (cursor.Current == '\n')
            {
                continue;
            }

            return !outside && !cursor.AtDocumentMarker;
        }

        return false;
    }
}

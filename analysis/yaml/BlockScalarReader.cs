using System.Text;

namespace Rampart.Yaml;

/// <summary>Reads a literal (<c>|</c>) or folded (<c>&gt;</c>) scalar.</summary>
internal static class BlockScalarReader
{
    private enum Chomping
    {
        Clip,
        Strip,
        Keep,
    }

    /// <summary>Reads the scalar and leaves the cursor at the start of the first line after it.</summary>
    /// <param name="cursor">At the <c>|</c> or <c>&gt;</c>.</param>
    /// <param name="parentIndent">The indentation of the list or mapping around it; -1 for none.</param>
    public static string Read(YamlCursor cursor, int parentIndent)
    {
        bool folded = cursor.Current == '>';
        cursor.Advance();
        (int increment, Chomping chomping) = ReadHeader(cursor);
        int indent = increment > 0 ? Math.Max(parentIndent, 0) + increment : DetectIndent(cursor, parentIndent);

        StringBuilder text = new();
        int breaksStart = cursor.Index;
        bool first = true, previousIndented = false;
        while (true)
        {
            YamlCursor.Bookmark lineStart = cursor.Mark();
            while (cursor.Column < indent && cursor.Current == ' ')
            {
                cursor.Advance();
            }

            if (cursor.Current == '\n')
            {
                cursor.NextLine();
                continue;
            }

            if (cursor.AtEnd || cursor.Column < indent)
            {
                RequireNoTab(cursor);
                cursor.Return(lineStart);
                break;
            }

            // A line that is indented more keeps its line breaks on both sides, so that a listing survives folding.
            bool indented = cursor.Current is ' ' or '\t';
            if (folded && !first && !indented && !previousIndented)
            {
                LineFolding.Append(text, cursor, breaksStart, cursor.Index);
            }
            else
            {
                cursor.AppendBreaks(text, breaksStart, cursor.Index);
            }

            int start = cursor.Index;
            cursor.SkipLine();
            text.Append(cursor.Text[start..cursor.Index]);
            first = false;
            previousIndented = indented;
            breaksStart = cursor.Index;
            if (cursor.AtEnd)
            {
                break;
            }

            cursor.NextLine();
        }

        // The first break is that of the last line with text, and there is none where there is no such line.
        int end = chomping switch
        {
            Chomping.Keep => cursor.Index,
            Chomping.Clip when !first => Math.Min(breaksStart + 1, cursor.Index),
            _ => breaksStart,
        };
        cursor.AppendBreaks(text, breaksStart, end);
        return text.ToString();
    }

    private static (int Increment, Chomping Chomping) ReadHeader(YamlCursor cursor)
    {
        int increment = 0;
        Chomping chomping = Chomping.Clip;
        for (int i = 0; i < 2; i++)
        {
            if (cursor.Current is '+' or '-' && chomping == Chomping.Clip)
            {
                chomping = cursor.Current == '+' ? Chomping.Keep : Chomping.Strip;
                cursor.Advance();
            }
            else if (cursor.Current is >= '1' and <= '9' && increment == 0)
            {
                increment = cursor.Current - '0';
                cursor.Advance();
            }
        }

        bool separated = cursor.Current is ' ' or '\t';
        cursor.SkipBlanks();
        if (cursor.Current == '#' && separated)
        {
            cursor.SkipLine();
        }

        if (!cursor.AtBreakOrEnd)
        {
            throw cursor.Error("there is text on the line of | or >", "start the text on the next line");
        }

        if (!cursor.AtEnd)
        {
            cursor.NextLine();
        }

        return (increment, chomping);
    }

    // The indentation of the first line with text, or of the longest line before it if that has more blanks.
    private static int DetectIndent(YamlCursor cursor, int parentIndent)
    {
        YamlCursor.Bookmark start = cursor.Mark();
        int indent = Math.Max(parentIndent + 1, 1);
        cursor.SkipSpaces();
        while (cursor.Current == '\n')
        {
            indent = Math.Max(indent, cursor.Column);
            cursor.NextLine();
            cursor.SkipSpaces();
        }

        RequireNoTab(cursor);
        indent = Math.Max(indent, cursor.Column);
        cursor.Return(start);
        return indent;
    }

    private static void RequireNoTab(YamlCursor cursor)
    {
        if (cursor.Current == '\t')
        {
            throw Indentation.Tab(cursor);
        }
    }
}

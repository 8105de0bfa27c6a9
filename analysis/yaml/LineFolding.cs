using System.Text;

namespace Rampart.Yaml;

/// <summary>One line break between two texts becomes a space; of several, the first is lost. U+2028 and U+2029 stay.</summary>
internal static class LineFolding
{
    /// <summary>Adds what the line breaks in a part of the text, from one text to the next, are worth.</summary>
    public static void Append(StringBuilder text, YamlCursor cursor, int start, int end)
    {
        int first = cursor.Text[start..end].IndexOf('\n');
        if (first < 0)
        {
            return;
        }

        first += start;
        int before = text.Length;
        if (cursor.BreakAt(first) != '\n')
        {
            text.Append(cursor.BreakAt(first));
        }

        cursor.AppendBreaks(text, first + 1, end);
        if (text.Length == before)
        {
            text.Append(' ');
        }
    }
}

using System.Text;

namespace Rampart.Plan.Yaml;

/// <summary>One line break between two texts becomes a space; of several, one is lost.</summary>
internal static class LineFolding
{
    public static void Append(StringBuilder text, int breaks)
    {
        if (breaks == 1)
        {
            text.Append(' ');
        }
        else
        {
            text.Append('\n', Math.Max(breaks - 1, 0));
        }
    }
}

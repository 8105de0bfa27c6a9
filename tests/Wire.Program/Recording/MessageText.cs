using System.Text;
using System.Text.RegularExpressions;

namespace Rampart.WireProgram.Recording;

/// <summary>Messages to the user without what differs between two runs, or between two implementations that mean the same.</summary>
internal static partial class MessageText
{
    /// <summary>The message on one line: no stack trace, no path of the program.</summary>
    public static string Normalize(string message)
    {
        StringBuilder text = new();
        foreach (string line in message.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("   at ", StringComparison.Ordinal) || line.StartsWith("---", StringComparison.Ordinal) || line.Length == 0)
            {
                continue;
            }

            text.Append(text.Length == 0 ? "" : " ⏎ ").Append(line.TrimEnd());
        }

        return ProgramPath().Replace(text.ToString(), "Running program '<program>'");
    }

    [GeneratedRegex("Running program '[^']*'")]
    private static partial Regex ProgramPath();
}

using System.Text;
using System.Text.RegularExpressions;

namespace Rampart.WireProgram.Recording;

/// <summary>Messages to the user without what differs between two runs, or between two implementations that mean the same.</summary>
internal static partial class MessageText
{
    /// <summary>The message on one line: no stack trace, no inner exceptions, no path of the program.</summary>
    public static string Normalize(string message)
    {
        StringBuilder text = new();
        foreach (string line in message.ReplaceLineEndings("\n").Split('\n'))
        {
            // Stack traces, inner exceptions, and what the official SDK was just writing.
            if (line.Length > 0 && !char.IsWhiteSpace(line[0]) && !line.StartsWith("---", StringComparison.Ordinal))
            {
                text.Append(text.Length == 0 ? "" : " ⏎ ").Append(line.TrimEnd());
            }
        }

        string shortened = Unhandled().Replace(text.ToString(), "unhandled: ");
        return Refused().Replace(shortened, "refused: ${detail}");
    }

    /// <summary>The text without the property that could not be serialized; null when it names none.</summary>
    public static string? WithoutProperty(string text)
    {
        string shorter = Property().Replace(text, "");
        return shorter.Length == text.Length ? null : shorter;
    }

    [GeneratedRegex("error serializing property \"[^\"]*\": ")]
    private static partial Regex Property();

    // The names of exceptions are not part of what a program means by them; several are private to the SDK.
    [GeneratedRegex("^Running program '[^']*' failed with an unhandled exception: ⏎ (?!Grpc)[\\w.+]+: ")]
    private static partial Regex Unhandled();

    // The official SDK shows the exception of its gRPC library; the bundled one says what was refused.
    [GeneratedRegex("""^(Running program '[^']*' failed with an unhandled exception: ⏎ Grpc.Core.RpcException: Status\(StatusCode="\w+", Detail="(?<detail>[^"]*)"\)|The Pulumi engine refused [^']*'[^']*': (?<detail>.*))$""")]
    private static partial Regex Refused();
}

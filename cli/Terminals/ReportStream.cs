using System.CommandLine;
using System.Text;

namespace Rampart.Cli.Terminals;

/// <summary>Where long reports go: bytes straight to the console, or text to a writer that somebody else gave.</summary>
internal static class ReportStream
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Writes bytes of UTF-8.</summary>
    public static void Write(InvocationConfiguration configuration, Action<Stream> write)
    {
        if (ReferenceEquals(configuration.Output, Console.Out))
        {
            WriteToConsole(write);
            return;
        }

        using MemoryStream memory = new();
        write(memory);
        configuration.Output.Write(Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length));
    }

    private static void WriteToConsole(Action<Stream> write)
    {
        try
        {
            using BufferedStream console = new(Console.OpenStandardOutput(), BufferSize);
            write(console);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(exception);
        }
    }

    /// <summary>Writes text with <c>\n</c> at the end of lines.</summary>
    public static void WriteText(InvocationConfiguration configuration, Action<TextWriter> write) =>
        Write(configuration, stream =>
        {
            using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize, leaveOpen: true) { NewLine = "\n" };
            write(writer);
        });
}

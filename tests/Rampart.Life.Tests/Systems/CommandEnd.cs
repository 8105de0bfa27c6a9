namespace Rampart.Life.Tests.Systems;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Printed">All that it printed.</param>
internal sealed record CommandEnd(int ExitCode, string Output, string Printed)
{
    private const int TailLines = 25;

    public bool Succeeded => ExitCode == 0;

    /// <summary>Where commands say what went wrong: what the engine calls diagnostics, or the last lines.</summary>
    public string Tail
    {
        get
        {
            string[] lines = Printed.TrimEnd().Split('\n');
            int diagnostics = Array.LastIndexOf(lines, "Diagnostics:");
            return string.Join('\n', diagnostics < 0 ? lines.TakeLast(TailLines) : lines.Skip(diagnostics));
        }
    }
}

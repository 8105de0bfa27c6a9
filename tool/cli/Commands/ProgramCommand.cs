namespace Rampart.Cli.Commands;

/// <summary>What follows <c>--</c> on a command line: the command that runs another Pulumi program than the one that this is.</summary>
public static class ProgramCommand
{
    private const string Separator = "--";

    /// <summary>Parts a command line in what is before the first <c>--</c> and what is after it, null when there is none.</summary>
    public static (string[] Own, string[]? Program) Split(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        int separator = Array.IndexOf(args, Separator);
        return separator < 0 ? (args, null) : (args[..separator], args[(separator + 1)..]);
    }
}

namespace Rampart.Cli;

/// <summary>What a command tells its caller.</summary>
public static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>There are findings or differences.</summary>
    public const int Findings = 1;

    /// <summary>The command line, the configuration or the program is wrong: nothing has been written.</summary>
    public const int BadInput = 2;

    /// <summary>Interrupted by the user.</summary>
    public const int Cancelled = 130;
}

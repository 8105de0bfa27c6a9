namespace Rampart.Cli.Terminals;

/// <summary>How parts of a text stand out: with colours on a terminal, as they are elsewhere.</summary>
/// <param name="isColored">Whether colours are written.</param>
public sealed class Palette(bool isColored)
{
    private const string Reset = "\e[0m";

    /// <summary>For headings.</summary>
    public string Bold(string text) => Wrap("\e[1m", text);

    /// <summary>For what matters less.</summary>
    public string Dim(string text) => Wrap("\e[2m", text);

    /// <summary>For names of kinds and components.</summary>
    public string Kind(string text) => Wrap("\e[36m", text);

    /// <summary>For warnings.</summary>
    public string Warning(string text) => Wrap("\e[33m", text);

    /// <summary>For errors.</summary>
    public string Error(string text) => Wrap("\e[31m", text);

    /// <summary>For what is hidden or not known yet.</summary>
    public string Hidden(string text) => Wrap("\e[35m", text);

    /// <summary>The palette for what a command writes: colours where it is the output of the process and that is a terminal.</summary>
    public static Palette ForOutput(TextWriter output) =>
        For(ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected, Environment.GetEnvironmentVariable);

    /// <summary>The palette for what a command tells on standard error.</summary>
    public static Palette ForError(TextWriter error) =>
        For(ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected, Environment.GetEnvironmentVariable);

    /// <summary>The palette for a stream: colours on a terminal that has them, unless <c>NO_COLOR</c> is set (no-color.org).</summary>
    /// <param name="isTerminal">Whether people see the stream.</param>
    /// <param name="environment">Gives the value of an environment variable.</param>
    public static Palette For(bool isTerminal, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return new Palette(isTerminal && string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb");
    }

    private string Wrap(string start, string text) => isColored && text.Length > 0 ? start + text + Reset : text;
}

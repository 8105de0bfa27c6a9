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

    /// <summary>The palette for a console stream: colours on a terminal, unless <c>NO_COLOR</c> is set (no-color.org).</summary>
    /// <param name="isRedirected">Whether the stream goes elsewhere than to a terminal.</param>
    public static Palette For(bool isRedirected) => new(
        !isRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb");

    private string Wrap(string start, string text) => isColored && text.Length > 0 ? start + text + Reset : text;
}

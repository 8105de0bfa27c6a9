namespace Rampart.Plan.Files;

/// <summary>A file that is not read, whatever is in it. The message says why, after the file's name.</summary>
/// <param name="message">Why.</param>
/// <param name="fix">What to do.</param>
public sealed class UnreadableFileException(string message, string fix) : IOException(message)
{
    /// <summary>What to do.</summary>
    public string Fix { get; } = fix;
}

namespace Rampart.Plan.Files;

/// <summary>A file that is not read, whatever is in it. The message says why, after the file's name.</summary>
/// <param name="message">Why.</param>
internal sealed class UnreadableFileException(string message) : IOException(message);

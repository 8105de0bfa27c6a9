namespace Rampart.Plan.Manifests;

/// <summary>A folder holds files that are not known to be this program's own. The message says which, after the folder's name, and what to do.</summary>
/// <param name="message">What the folder holds, and what to do.</param>
public sealed class ForeignFilesException(string message) : IOException(message);

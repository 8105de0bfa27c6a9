namespace Rampart.Plan.Files;

/// <summary>Another process writes to a folder now. The message says so, after the folder's name.</summary>
public sealed class FolderInUseException() : IOException("is being written by another run");

namespace Rampart.Plan.Manifests;

/// <summary>What a run did to a folder of manifests; names of files, in order.</summary>
/// <param name="Added">Files that were not there before.</param>
/// <param name="Changed">Files with another content than before, or that others could read and may not any more.</param>
/// <param name="Removed">Files of an earlier run whose objects are gone or have another place.</param>
/// <param name="Unchanged">The number of files that are as they were.</param>
public sealed record ManifestFolderChanges(
    IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed, int Unchanged)
{
    /// <summary>Whether nothing has changed.</summary>
    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count == 0;
}

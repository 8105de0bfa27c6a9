namespace Rampart.Plan.Manifests;

/// <summary>What a run did to a folder of manifests; names of files, in order.</summary>
/// <param name="Added">Files that were not there before.</param>
/// <param name="Changed">Files with another content than before.</param>
/// <param name="Removed">Files of an earlier run whose objects are gone.</param>
/// <param name="Unchanged">The number of files that are as they were.</param>
public sealed record ManifestFolderChanges(
    IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed, int Unchanged);

using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Plan.ManifestFiles;

/// <summary>The Kubernetes objects that files hold.</summary>
/// <param name="Objects">The objects in the order of the files and of the documents in them.</param>
/// <param name="Diagnostics">All that is wrong with the files; nothing that could be read is left out because of it.</param>
public sealed record ManifestFileSet(IReadOnlyList<KubernetesObject> Objects, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Names the settings in folders that are read, which nobody asked to go by: a warning for each file.</summary>
    public IReadOnlyList<Diagnostic> UnusedSettings { get; init; } = [];

    /// <summary>Whether a diagnostic is an error.</summary>
    public bool HasErrors => Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>The bytes of files and of the files in folders; what is not there or cannot be looked at, and standard input, count nothing.</summary>
    /// <param name="paths">As for <see cref="Read"/>.</param>
    /// <param name="folder">The folder that the paths are relative to.</param>
    public static long SizeOf(IReadOnlyList<string> paths, string folder)
    {
        ArgumentNullException.ThrowIfNull(paths);
        long size = 0;
        foreach (string name in paths)
        {
            size += name.Length == 0 || name == ManifestPaths.StandardInput ? 0 : SizeOf(Path.Combine(folder, name), name);
        }

        return size;
    }

    private static long SizeOf(string path, string name)
    {
        try
        {
            return Directory.Exists(path) ? ManifestPaths.InFolder(path, name).Sum(static file => new FileInfo(file.Path).Length)
                : File.Exists(path) ? new FileInfo(path).Length
                : 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whoever reads it says what is wrong.
            return 0;
        }
    }

    /// <summary>
    /// Reads files of YAML or JSON, with several documents or lists of objects. Also taken are Falco's rule files, as an object of the
    /// kind <c>FalcoRules</c>, and fragments of a chart's values, as one of the kind <c>Values</c>.
    /// </summary>
    /// <param name="paths">
    /// Files, folders (all <c>*.yaml</c>, <c>*.yml</c> and <c>*.json</c> in and below them) and <c>-</c> for standard input. A
    /// <c>rampart.yaml</c> in a folder may hold objects as any other file may; one that holds settings is not used.
    /// </param>
    /// <param name="folder">The folder that the paths are relative to.</param>
    /// <param name="standardInput">Opens standard input; called only when a path asks for it.</param>
    /// <param name="settings">The path of the settings that the check goes by, which are in <see cref="UnusedSettings"/> never; null for none.</param>
    public static ManifestFileSet Read(IReadOnlyList<string> paths, string folder, Func<Stream> standardInput, string? settings = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(standardInput);
        ManifestFileCollector collector = new(folder, standardInput, settings);
        foreach (string path in paths)
        {
            collector.Add(path);
        }

        return collector.ToSet();
    }
}

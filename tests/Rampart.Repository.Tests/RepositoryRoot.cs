using System.Runtime.CompilerServices;

namespace Rampart.Repository.Tests;

/// <summary>Where the sources are.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string ReadText(string relativePath) => File.ReadAllText(System.IO.Path.Combine(Path, relativePath));

    /// <summary>Files below the root, without build output and the version control's own.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Path, pattern, SearchOption.AllDirectories)
            .Select(static file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
            .Where(static file => !file.Split('/').Any(static part => part is "artifacts" or "bin" or "obj" or ".git"))
            .Order(StringComparer.Ordinal);

    private static string Find([CallerFilePath] string thisFile = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(thisFile)!, "..", ".."));
}

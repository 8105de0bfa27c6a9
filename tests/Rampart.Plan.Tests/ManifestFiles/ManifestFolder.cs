using System.Text;
using Rampart.Plan.ManifestFiles;
using Rampart.Rules.Objects;

namespace Rampart.Plan.Tests.ManifestFiles;

/// <summary>A folder of files that a test reads objects from.</summary>
internal sealed class ManifestFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rampart-").FullName;

    public string Path => _folder;

    public static string[] Problems(ManifestFileSet set) => [.. set.Diagnostics.Select(static diagnostic => diagnostic.ToString())];

    public static string[] Describe(ManifestFileSet set) =>
        [.. set.Objects.Select(static item => $"{item.Origin.File}:{item.Origin.Line} {item.ApiVersion} {item}")];

    /// <summary>Reads one text.</summary>
    public static ManifestFileSet ReadText(string text) => ReadBytes(Encoding.UTF8.GetBytes(text));

    public static ManifestFileSet ReadBytes(byte[] bytes) => ManifestFileSet.Read(["-"], ".", () => new MemoryStream(bytes));

    public static KubernetesObject ReadOne(string text)
    {
        ManifestFileSet set = ReadText(text);
        Assert.Empty(Problems(set));
        return Assert.Single(set.Objects);
    }

    public ManifestFolder With(string name, string text)
    {
        string path = System.IO.Path.Combine(_folder, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public ManifestFileSet Read(params string[] paths) =>
        ManifestFileSet.Read(paths, _folder, static () => throw new InvalidOperationException("nobody asked for standard input"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

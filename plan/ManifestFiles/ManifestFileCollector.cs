using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Reads path after path and keeps what is found and what is wrong.</summary>
internal sealed class ManifestFileCollector
{
    private readonly string _folder;
    private readonly Func<Stream> _standardInput;
    private readonly List<KubernetesObject> _objects = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly ManifestFileReader _reader;

    /// <summary>Begins with nothing.</summary>
    /// <param name="folder">The folder that paths are relative to.</param>
    /// <param name="standardInput">Opens standard input.</param>
    public ManifestFileCollector(string folder, Func<Stream> standardInput)
    {
        _folder = folder;
        _standardInput = standardInput;
        _reader = new ManifestFileReader(_objects, _diagnostics);
    }

    public ManifestFileSet ToSet()
    {
        DiagnosticOrder.Sort(_diagnostics);
        return new ManifestFileSet(_objects, _diagnostics);
    }

    public void Add(string name)
    {
        string path = Path.Combine(_folder, name);
        try
        {
            if (name.Length == 0)
            {
                Report(ManifestDiagnosticIds.NotFound, DiagnosticSeverity.Error, "--file", "the name is empty", "name a file or a folder, . for the current one, or - for standard input");
            }
            else if (name == ManifestPaths.StandardInput)
            {
                AddStandardInput();
            }
            else if (Directory.Exists(path))
            {
                AddFolder(path, name);
            }
            else if (File.Exists(path))
            {
                AddFile(path, name, isNamed: true);
            }
            else
            {
                Report(ManifestDiagnosticIds.NotFound, DiagnosticSeverity.Error, name, "there is no such file or folder", "name one that is there, or - for standard input");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(ManifestDiagnosticIds.Unreadable, DiagnosticSeverity.Error, name, "it cannot be read", "check that it is a file or a folder, smaller than 2 GB, and that you may read it");
        }
    }

    private void AddStandardInput()
    {
        if (!_read.Add(ManifestPaths.StandardInput))
        {
            return;
        }

        using Stream stream = _standardInput();
        using MemoryStream memory = new();
        stream.CopyTo(memory);
        AddText(ManifestPaths.StandardInput, memory.ToArray(), isNamed: true);
    }

    private void AddFolder(string path, string name)
    {
        List<(string Path, string Name)> files = ManifestPaths.InFolder(path, name);
        if (files.Count == 0)
        {
            Report(ManifestDiagnosticIds.EmptyFolder, DiagnosticSeverity.Error, name, "the folder holds no *.yaml, *.yml or *.json", "name a folder or a file with Kubernetes objects");
        }

        foreach ((string file, string fileName) in files)
        {
            try
            {
                AddFile(file, fileName, isNamed: false);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Report(ManifestDiagnosticIds.Unreadable, DiagnosticSeverity.Error, fileName, "it cannot be read", "check that it is a file, smaller than 2 GB, and that you may read it");
            }
        }
    }

    private void AddFile(string path, string name, bool isNamed)
    {
        // A file that is named twice, or named and in a folder that is named, is the same objects.
        if (_read.Add(Path.GetFullPath(path)))
        {
            AddText(name, File.ReadAllBytes(path), isNamed);
        }
    }

    private void AddText(string name, byte[] bytes, bool isNamed)
    {
        int objects = _objects.Count, diagnostics = _diagnostics.Count;
        _reader.Read(name, bytes);
        if (_objects.Count == objects && _diagnostics.Count == diagnostics)
        {
            Report(
                ManifestDiagnosticIds.NoObjects,
                isNamed ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                name,
                "the file holds no Kubernetes object",
                "give objects, each with apiVersion and kind");
        }
    }

    private void Report(string id, DiagnosticSeverity severity, string name, string problem, string fix) =>
        _diagnostics.Add(new Diagnostic(id, severity, name, "", problem, fix));
}

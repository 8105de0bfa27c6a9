using Rampart.Plan.Files;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Reads path after path and keeps what is found and what is wrong.</summary>
internal sealed class ManifestFileCollector
{
    private const int ParallelFrom = 16;

    private readonly string _folder;
    private readonly Func<Stream> _standardInput;
    private readonly List<KubernetesObject> _objects = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly string? _settings;
    private readonly List<Diagnostic> _unusedSettings = [];

    /// <summary>Begins with nothing.</summary>
    /// <param name="folder">The folder that paths are relative to.</param>
    /// <param name="standardInput">Opens standard input.</param>
    /// <param name="settings">The path of the settings that the check goes by; null for none.</param>
    public ManifestFileCollector(string folder, Func<Stream> standardInput, string? settings)
    {
        _settings = settings is null ? null : Path.GetFullPath(settings);
        _folder = folder;
        _standardInput = standardInput;
    }

    public ManifestFileSet ToSet()
    {
        DiagnosticOrder.Sort(_diagnostics);
        return new ManifestFileSet(_objects, _diagnostics) { UnusedSettings = _unusedSettings };
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
                AddNamedFile(path, name);
            }
            else
            {
                Report(ManifestDiagnosticIds.NotFound, DiagnosticSeverity.Error, name, "there is no such file or folder", "name one that is there, or - for standard input");
            }
        }
        catch (UnreadableFileException exception)
        {
            Report(ManifestDiagnosticIds.Unreadable, DiagnosticSeverity.Error, name, exception.Message, exception.Fix);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(ManifestDiagnosticIds.Unreadable, DiagnosticSeverity.Error, name, "it cannot be read", "check that it is a file or a folder and that you may read it");
        }
    }

    private void AddStandardInput()
    {
        if (!_read.Add(ManifestPaths.StandardInput))
        {
            return;
        }

        using Stream stream = _standardInput();
        ManifestFileReader reader = new(ManifestPaths.StandardInput);
        reader.Read(InputFile.ReadAllBytes(stream));
        Add(reader, ManifestPaths.StandardInput, isNamed: true);
    }

    private void AddNamedFile(string path, string name)
    {
        if (IsNew(path))
        {
            ManifestFileReader reader = new(name);
            reader.ReadFile(path);
            Add(reader, name, isNamed: true);
        }
    }

    private void AddFolder(string path, string name)
    {
        List<(string Path, string Name)> files = ManifestPaths.InFolder(path, name);
        int all = files.Count, settings = 0;
        files.RemoveAll(file => !IsNew(file.Path));
        ManifestFileReader?[] read = ReadSmallFiles(files);
        for (int i = 0; i < files.Count; i++)
        {
            settings += AddFile(files[i].Path, files[i].Name, read[i]) ? 0 : 1;
        }

        if (settings == all)
        {
            Report(ManifestDiagnosticIds.EmptyFolder, DiagnosticSeverity.Error, name, "the folder holds no *.yaml, *.yml or *.json", "name a folder or a file with Kubernetes objects");
        }
    }

    // Those of one folder are read several at a time; large ones are that one by one.
    private static ManifestFileReader?[] ReadSmallFiles(List<(string Path, string Name)> files)
    {
        ManifestFileReader?[] read = new ManifestFileReader?[files.Count];
        if (files.Count < ParallelFrom)
        {
            return read;
        }

        Parallel.For(0, files.Count, i =>
        {
            try
            {
                if (!ManifestFileReader.IsLarge(files[i].Path))
                {
                    ManifestFileReader reader = new(files[i].Name);
                    reader.ReadFile(files[i].Path);
                    read[i] = reader;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It is told in its turn.
            }
        });
        return read;
    }

    // Whether it is one of those that can hold objects, and not settings.
    private bool AddFile(string path, string name, ManifestFileReader? read)
    {
        try
        {
            if (read is null)
            {
                read = new ManifestFileReader(name);
                read.ReadFile(path);
            }

            if (IsSettings(path, read))
            {
                AddSettings(path, name);
                return false;
            }

            Add(read, name, isNamed: false);
        }
        catch (UnreadableFileException exception)
        {
            Report(ManifestDiagnosticIds.Unreadable, DiagnosticSeverity.Error, name, exception.Message, exception.Fix);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(ManifestDiagnosticIds.Unreadable, DiagnosticSeverity.Error, name, "it cannot be read", "check that it is a file and that you may read it");
        }

        return true;
    }

    // A name is no proof: whoever applies the folder applies the objects of a rampart.yaml, too.
    private static bool IsSettings(string path, ManifestFileReader read) =>
        Path.GetFileName(path) == ManifestPaths.SettingsFile
        && read.Objects.Count == 0
        && read.Diagnostics.All(static diagnostic => diagnostic.Id == ManifestDiagnosticIds.NotAnObject);

    private void AddSettings(string path, string name)
    {
        if (Path.GetFullPath(path) != _settings)
        {
            _unusedSettings.Add(new Diagnostic(
                ManifestDiagnosticIds.SettingsNotUsed,
                DiagnosticSeverity.Warning,
                name,
                "",
                "these settings are not used: they are among the files that are checked",
                "name them with --settings, or check from the folder that they are in, when you trust them"));
        }
    }

    // A file that is named twice, or named and in a folder that is named, is the same objects.
    private bool IsNew(string path) => _read.Add(Path.GetFullPath(path));

    private void Add(ManifestFileReader read, string name, bool isNamed)
    {
        _objects.AddRange(read.Objects);
        _diagnostics.AddRange(read.Diagnostics);
        if (read.Objects.Count == 0 && read.Diagnostics.Count == 0)
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

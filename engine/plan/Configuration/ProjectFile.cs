using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>What Pulumi.yaml says.</summary>
public sealed class ProjectFile
{
    internal ProjectFile(string path)
    {
        Path = path;
        FileName = System.IO.Path.GetFileName(path);
        Folder = System.IO.Path.GetDirectoryName(path)!;
        StackFolder = Folder;
    }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>The name of the file: <c>Pulumi.yaml</c>, <c>Pulumi.yml</c> or <c>Pulumi.json</c>.</summary>
    public string FileName { get; }

    /// <summary>The full path of the folder that the file is in.</summary>
    public string Folder { get; }

    /// <summary>The name of the project, at most 100 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>; empty when the file has none that is valid.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>What the project is for; null when the file does not say.</summary>
    public string? Description { get; internal set; }

    /// <summary>The language host, e.g. <c>dotnet</c>; null when the file does not say.</summary>
    public string? Runtime { get; internal set; }

    /// <summary>The options of the language host; null when there are none.</summary>
    public YamlMapping? RuntimeOptions { get; internal set; }

    /// <summary>The program's folder or file, relative to <see cref="Folder"/>; null for the folder itself.</summary>
    public string? Main { get; internal set; }

    /// <summary>The full path of the folder with the stack files; <see cref="Folder"/> unless <c>stackConfigDir</c> says otherwise.</summary>
    public string StackFolder { get; internal set; }

    /// <summary>The declared configuration, in the order of the file.</summary>
    public IReadOnlyList<ConfigDeclaration> Declarations => DeclarationList;

    internal List<ConfigDeclaration> DeclarationList { get; } = [];

    /// <summary>The declaration of a full key; null when there is none.</summary>
    public ConfigDeclaration? FindDeclaration(string key)
    {
        foreach (ConfigDeclaration declaration in DeclarationList)
        {
            if (declaration.Key == key)
            {
                return declaration;
            }
        }

        return null;
    }
}

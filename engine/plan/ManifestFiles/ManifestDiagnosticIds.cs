namespace Rampart.Plan.ManifestFiles;

/// <summary>The ids of what can be wrong with files of Kubernetes objects.</summary>
public static class ManifestDiagnosticIds
{
    /// <summary>There is no such file or folder.</summary>
    public const string NotFound = "RMP7030";

    /// <summary>A file or folder cannot be read.</summary>
    public const string Unreadable = "RMP7031";

    /// <summary>A folder holds no file that can be read as objects.</summary>
    public const string EmptyFolder = "RMP7032";

    /// <summary>A document is not YAML.</summary>
    public const string BrokenYaml = "RMP7033";

    /// <summary>A file is not JSON.</summary>
    public const string BrokenJson = "RMP7034";

    /// <summary>A document is no Kubernetes object.</summary>
    public const string NotAnObject = "RMP7035";

    /// <summary>A file holds no object.</summary>
    public const string NoObjects = "RMP7036";

    /// <summary>An object of a kind that is no list has <c>items</c> at its top, so that kubectl takes it for a list.</summary>
    public const string OddList = "RMP7108";

    /// <summary>Settings are among the files that are checked, and not used.</summary>
    public const string SettingsNotUsed = "RMP7120";
}

namespace Rampart.Plan.Configuration;

/// <summary>What Pulumi.&lt;stack&gt;.yaml says.</summary>
public sealed class StackFile
{
    internal StackFile(string path, string fileName)
    {
        Path = path;
        FileName = fileName;
        ConfigLocation = new SourceLocation(fileName, 0, 0);
        EncryptionSaltLocation = ConfigLocation;
    }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>The file as the user names it: relative to the folder of Pulumi.yaml, with <c>/</c>.</summary>
    public string FileName { get; }

    /// <summary>Salt and check of the passphrase provider, <c>v1:salt:check</c>; null when there is none.</summary>
    public string? EncryptionSalt { get; internal set; }

    /// <summary>The secrets provider, e.g. <c>passphrase</c> or the URL of a cloud's key; null for the default.</summary>
    public string? SecretsProvider { get; internal set; }

    /// <summary>The data key that a cloud's key service encrypted; null when there is none.</summary>
    public string? EncryptedKey { get; internal set; }

    /// <summary>Whether the stack also takes values from an environment of the Pulumi service.</summary>
    public bool HasEnvironment { get; internal set; }

    /// <summary>Where <c>config:</c> is; line 0 when the file has none.</summary>
    internal SourceLocation ConfigLocation { get; set; }

    internal SourceLocation EncryptionSaltLocation { get; set; }

    /// <summary>The values by full key, in the order of the file.</summary>
    internal List<ConfigEntry> Entries { get; } = [];
}

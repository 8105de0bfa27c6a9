using Rampart.Plan.Configuration;

namespace Rampart.Plan.Tests.Configuration;

/// <summary>A folder with the files of a project, which goes away with the test.</summary>
internal sealed class ProjectFolder : IDisposable
{
    /// <summary>A project that takes every key.</summary>
    public const string Open = "name: spicedb\nruntime: dotnet\n";

    /// <summary>The passphrase of <see cref="Salt"/>.</summary>
    public const string Passphrase = "password";

    /// <summary>A salt that the Pulumi CLI made.</summary>
    public const string Salt = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";

    private static readonly Lazy<PassphraseSecrets> LazySecrets = new(() => PassphraseSecrets.Open(Passphrase, Salt)!);

    public ProjectFolder(string project, string? devStack = null)
    {
        Path = Directory.CreateTempSubdirectory("rampart-").FullName;
        Write("Pulumi.yaml", project);
        if (devStack is not null)
        {
            Write("Pulumi.dev.yaml", devStack);
        }
    }

    /// <summary>Encrypts for a stack with <see cref="Salt"/>; making a key is slow, so that there is one for all tests.</summary>
    public static PassphraseSecrets Secrets => LazySecrets.Value;

    public string Path { get; }

    public void Write(string name, string text)
    {
        string path = System.IO.Path.Join(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public StackConfiguration Load(params string[] overrides) => StackConfiguration.Load(Path, "dev", overrides, _ => null);

    public StackConfiguration LoadWithPassphrase(string passphrase, params string[] overrides) =>
        StackConfiguration.Load(Path, "dev", overrides, variable => variable == "PULUMI_CONFIG_PASSPHRASE" ? passphrase : null);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

namespace Pulumi;

/// <summary>A package that has to be made known to the engine before its resources are used.</summary>
public sealed class RegisterPackageRequest
{
    /// <summary>Names a package.</summary>
    /// <param name="name">The name of the plugin.</param>
    /// <param name="version">Its version.</param>
    /// <param name="downloadUrl">Where it comes from; empty for the default.</param>
    /// <param name="checksums">Checksums by platform.</param>
    /// <param name="parameterization">What makes a package of a general plugin.</param>
    /// <param name="extension">What extends the package.</param>
    public RegisterPackageRequest(
        string name,
        string version,
        string downloadUrl,
        Dictionary<string, byte[]>? checksums = null,
        PackageParameterization? parameterization = null,
        PackageParameterization? extension = null)
    {
        Name = name;
        Version = version;
        DownloadUrl = downloadUrl;
        Checksums = checksums ?? [];
        Parameterization = parameterization;
        Extension = extension;
    }

    /// <summary>The name of the plugin.</summary>
    public string Name { get; }

    /// <summary>Its version.</summary>
    public string Version { get; }

    /// <summary>Where it comes from; empty for the default.</summary>
    public string DownloadUrl { get; }

    /// <summary>Checksums by platform.</summary>
    public Dictionary<string, byte[]> Checksums { get; }

    /// <summary>What makes a package of a general plugin; null for none.</summary>
    public PackageParameterization? Parameterization { get; }

    /// <summary>What extends the package; null for none.</summary>
    public PackageParameterization? Extension { get; }

    /// <summary>A package that a general plugin becomes.</summary>
    /// <param name="name">The package.</param>
    /// <param name="version">Its version.</param>
    /// <param name="value">What the plugin is told.</param>
    public sealed class PackageParameterization(string name, string version, byte[] value)
    {
        /// <summary>The package.</summary>
        public string Name { get; } = name;

        /// <summary>Its version.</summary>
        public string Version { get; } = version;

        /// <summary>What the plugin is told.</summary>
        public byte[] Value { get; } = value;
    }
}

namespace Rampart.Protocol.Monitor;

/// <summary>A package whose plugin has to be told what to be.</summary>
/// <param name="Name">The plugin.</param>
/// <param name="Version">Its version; empty for any.</param>
/// <param name="DownloadUrl">Where it comes from; empty for the default.</param>
public sealed record PackageRequest(string Name, string Version, string DownloadUrl)
{
    /// <summary>Checksums of the plugin by platform, e.g. <c>linux-amd64</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, byte[]>> Checksums { get; init; } = [];

    /// <summary>The package that a general plugin becomes; null for the plugin's own.</summary>
    public PackageParameterization? Parameterization { get; init; }

    /// <summary>The package that extends the plugin's own; null for none.</summary>
    public PackageParameterization? Extension { get; init; }
}

/// <summary>The package that a plugin becomes.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">Its version.</param>
/// <param name="Value">What the plugin is told.</param>
public sealed record PackageParameterization(string Name, string Version, byte[] Value);

namespace Rampart.Protocol.Values;

/// <summary>Where the bytes of an asset or archive come from.</summary>
public enum AssetSource
{
    /// <summary>The text itself (assets only).</summary>
    Text,

    /// <summary>A path on this machine.</summary>
    Path,

    /// <summary>A URI that the engine fetches.</summary>
    Uri,
}

/// <summary>A blob.</summary>
/// <param name="source">Where the bytes come from.</param>
/// <param name="content">The text, path or URI.</param>
public sealed class PropertyAsset(AssetSource source, string content) : PropertyNode(PropertyKind.Asset), IEquatable<PropertyAsset>
{
    /// <summary>Where the bytes come from.</summary>
    public AssetSource Source { get; } = source;

    /// <summary>The text, path or URI.</summary>
    public string Content { get; } = content;

    /// <inheritdoc/>
    public bool Equals(PropertyAsset? other) => other is not null && other.Source == Source && other.Content == Content;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyAsset);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Content);
}

/// <summary>A set of named assets and archives, or a packed file of them.</summary>
public sealed class PropertyArchive : PropertyNode, IEquatable<PropertyArchive>
{
    /// <summary>An archive from a path or URI.</summary>
    /// <param name="source">Where the bytes come from; <see cref="AssetSource.Text"/> is for assets only.</param>
    /// <param name="content">The path or URI.</param>
    public PropertyArchive(AssetSource source, string content)
        : base(PropertyKind.Archive)
    {
        Source = source;
        Content = content;
    }

    /// <summary>An archive of named assets and archives.</summary>
    public PropertyArchive(PropertyObject assets)
        : base(PropertyKind.Archive)
        => Assets = assets;

    /// <summary>Where the bytes come from, unless <see cref="Assets"/> holds them.</summary>
    public AssetSource Source { get; }

    /// <summary>The path or URI; null when <see cref="Assets"/> is set.</summary>
    public string? Content { get; }

    /// <summary>The named assets and archives; null when <see cref="Content"/> is set.</summary>
    public PropertyObject? Assets { get; }

    /// <inheritdoc/>
    public bool Equals(PropertyArchive? other) =>
        other is not null && other.Source == Source && other.Content == Content && Equals(other.Assets, Assets);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyArchive);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Content, Assets);
}

using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>A blob, or a set of blobs.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(AssetSource source, string content)
    {
        Source = source;
        Content = content;
    }

    internal AssetSource Source { get; }

    internal string Content { get; }
}

/// <summary>A blob.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(AssetSource source, string content)
        : base(source, content)
    {
    }
}

/// <summary>A set of blobs.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(AssetSource source, string content)
        : base(source, content)
    {
    }
}

/// <summary>A file on this machine.</summary>
/// <param name="path">Its path.</param>
public sealed class FileAsset(string path) : Asset(AssetSource.Path, path)
{
}

/// <summary>A text.</summary>
/// <param name="text">The text.</param>
public sealed class StringAsset(string text) : Asset(AssetSource.Text, text)
{
}

/// <summary>A blob that the engine fetches.</summary>
/// <param name="uri">From where.</param>
public sealed class RemoteAsset(string uri) : Asset(AssetSource.Uri, uri)
{
}

/// <summary>A packed file or a folder on this machine.</summary>
/// <param name="path">Its path.</param>
public sealed class FileArchive(string path) : Archive(AssetSource.Path, path)
{
}

/// <summary>A packed file that the engine fetches.</summary>
/// <param name="uri">From where.</param>
public sealed class RemoteArchive(string uri) : Archive(AssetSource.Uri, uri)
{
}

/// <summary>Named assets and archives.</summary>
public sealed class AssetArchive : Archive
{
    /// <summary>Puts assets and archives together.</summary>
    /// <param name="assets">Assets and archives by name.</param>
    public AssetArchive(IDictionary<string, AssetOrArchive> assets)
        : base(AssetSource.Path, "")
    {
        ArgumentNullException.ThrowIfNull(assets);
        Assets = new SortedDictionary<string, AssetOrArchive>(assets, StringComparer.Ordinal);
    }

    internal IReadOnlyDictionary<string, AssetOrArchive> Assets { get; }
}

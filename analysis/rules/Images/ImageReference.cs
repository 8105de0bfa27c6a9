using System.Diagnostics.CodeAnalysis;

namespace Rampart.Rules.Images;

/// <summary>
/// A container image as a pod names it: <c>nginx</c>, <c>authzed/spicedb:v1.56.0</c>, <c>registry:5000/team/app@sha256:…</c>,
/// with the name that a container runtime makes of it: <c>docker.io/library/nginx</c>.
/// </summary>
/// <remarks>
/// Grammar and normalisation of github.com/distribution/reference, which kubelet and containerd use: the first segment is a
/// domain when it is <c>localhost</c> or has a dot, a colon or an upper-case letter; otherwise the image is on Docker Hub, and
/// a Docker Hub name of one segment is in <c>library</c>; <c>index.docker.io</c> is <c>docker.io</c>.
/// </remarks>
public sealed class ImageReference : IEquatable<ImageReference>
{
    /// <summary>The domain of an image that names none.</summary>
    public const string DefaultDomain = "docker.io";

    /// <summary>The tag that is pulled when neither tag nor digest is given.</summary>
    public const string DefaultTag = "latest";

    /// <summary>The longest <see cref="Path"/>, in characters.</summary>
    public const int MaxPathLength = 255;

    /// <summary>The longest <see cref="Tag"/>, in characters.</summary>
    public const int MaxTagLength = 128;

    private const string OfficialPrefix = "library/";

    // What Git abbreviates a commit to.
    private const int ShortestCommit = 7;

    private ImageReference(string domain, string path, string? tag, string? digest)
    {
        Domain = domain;
        Path = path;
        Tag = tag;
        Digest = digest;
    }

    /// <summary>
    /// The registry with its port, e.g. <c>docker.io</c>, <c>localhost:5000</c>, <c>[::1]:5000</c>. Empty for the odd name
    /// whose first segment has a dot but is no domain, such as <c>my_site.com/app</c>.
    /// </summary>
    public string Domain { get; }

    /// <summary>The name below the domain, e.g. <c>library/nginx</c>.</summary>
    public string Path { get; }

    /// <summary>The tag; null when there is none.</summary>
    public string? Tag { get; }

    /// <summary>The digest with its algorithm, e.g. <c>sha256:…</c>; null when there is none.</summary>
    public string? Digest { get; }

    /// <summary>Domain and path, e.g. <c>docker.io/library/nginx</c>.</summary>
    public string Repository => Domain.Length == 0 ? Path : $"{Domain}/{Path}";

    /// <summary>Whether a tag is given.</summary>
    public bool HasTag => Tag is not null;

    /// <summary>Whether the content can never change, whatever the tag says.</summary>
    public bool IsPinnedByDigest => Digest is not null;

    /// <summary>Whether <c>latest</c> is what would be pulled: by name, or because neither tag nor digest is given.</summary>
    public bool IsLatest => Digest is null && Tag is null or DefaultTag;

    /// <summary>
    /// Whether a version is named: by digest, or by a tag that is none of a channel such as <c>main</c>, <c>stable</c>, <c>nightly</c>,
    /// <c>edge</c> or <c>latest</c>, which moves. Versions and builds have a digit; of a commit, seven hexadecimal letters will do.
    /// </summary>
    public bool NamesVersion => Digest is not null
        || (Tag is not null && (Tag.AsSpan().ContainsAnyInRange('0', '9') || (Tag.Length >= ShortestCommit && !Tag.AsSpan().ContainsAnyExceptInRange('a', 'f'))));

    /// <summary>Whether the tag is <c>debug</c> or ends with <c>-debug</c>: an image with a shell.</summary>
    public bool IsDebugTag => Tag is not null
        && (Tag.EndsWith("-debug", StringComparison.Ordinal) || string.Equals(Tag, "debug", StringComparison.Ordinal));

    /// <summary>The shortest text that means the same, e.g. <c>nginx:1.29</c> for <c>docker.io/library/nginx:1.29</c>.</summary>
    public string Familiar
    {
        get
        {
            if (!string.Equals(Domain, DefaultDomain, StringComparison.Ordinal))
            {
                return ToString();
            }

            bool isOfficial = Path.StartsWith(OfficialPrefix, StringComparison.Ordinal)
                && Path.LastIndexOf('/') == OfficialPrefix.Length - 1;
            return Suffixed(isOfficial ? Path[OfficialPrefix.Length..] : Path);
        }
    }

    /// <summary>Reads a reference.</summary>
    /// <exception cref="FormatException">The text is no image reference; the message says why.</exception>
    public static ImageReference Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out ImageReference? reference, out string? error) ? reference : throw new FormatException(error);
    }

    /// <summary>Reads a reference, and says what is wrong with a text that is none, and where.</summary>
    /// <param name="text">The text, as in a container's <c>image</c>.</param>
    /// <param name="reference">The reference; null when there is none.</param>
    /// <param name="error">What is wrong, with the text in quotes and the place counted from 1; null when nothing is.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text,
        [NotNullWhen(true)] out ImageReference? reference,
        [NotNullWhen(false)] out string? error)
    {
        if (!ImageReferenceScanner.TryScan(text ?? "", out ImageReferenceScanner.Parts parts, out error))
        {
            reference = null;
            return false;
        }

        string path = parts.Domain == DefaultDomain && !parts.Path.Contains('/') ? OfficialPrefix + parts.Path : parts.Path;
        reference = new ImageReference(parts.Domain, path, parts.Tag, parts.Digest);
        return true;
    }

    /// <summary>The normalised reference: domain, path, and tag and digest where they are given.</summary>
    public override string ToString() => Suffixed(Repository);

    /// <inheritdoc/>
    public bool Equals(ImageReference? other) =>
        other is not null && Domain == other.Domain && Path == other.Path && Tag == other.Tag && Digest == other.Digest;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageReference);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Domain, Path, Tag, Digest);

    private string Suffixed(string name) =>
        string.Concat(name, Tag is null ? "" : ":" + Tag, Digest is null ? "" : "@" + Digest);
}

using System.Diagnostics.CodeAnalysis;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Images;

/// <summary>
/// Where images may come from: a registry (<c>ghcr.io</c>), a part of one (<c>docker.io/authzed/</c>) or one repository
/// (<c>docker.io/authzed/spicedb</c>) with all below it. Segments count as a whole, so <c>docker.io/authzed</c> covers neither
/// <c>docker.io/authzed-evil/app</c> nor <c>docker.io.evil.com/authzed/app</c>.
/// </summary>
/// <remarks>
/// With a domain the text is taken as it is, and a slash at the end changes nothing. Without one it is on Docker Hub:
/// <c>authzed/spicedb</c> and <c>authzed/</c> are below <c>docker.io</c>, and the single name <c>nginx</c> is the official image
/// <c>docker.io/library/nginx</c>, as it is in a pod.
/// </remarks>
public sealed class ImagePrefix
{
    private readonly string _text;
    private readonly string _domain;
    private readonly string _path;

    private ImagePrefix(string text, string domain, string path)
    {
        _text = text;
        _domain = domain;
        _path = path;
    }

    /// <summary>Reads a prefix, and says what is wrong with a text that is none.</summary>
    /// <param name="text">A registry or a repository, without tag, digest or wildcard.</param>
    /// <param name="prefix">The prefix; null when there is none.</param>
    /// <param name="error">What is wrong, with the text in quotes; null when nothing is.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImagePrefix? prefix, [NotNullWhen(false)] out string? error)
    {
        text ??= "";
        prefix = null;
        if (text.Contains('*'))
        {
            error = $"{QuotedText.Of(text)} is not an image prefix: it has a wildcard, and a prefix covers all below it without one";
            return false;
        }

        bool isBelow = text.EndsWith('/');
        string body = isBelow ? text[..^1] : text;
        bool isRegistry = !body.Contains('/') && (body == "localhost" || body.AsSpan().ContainsAny('.', ':'));

        // A registry or a bare name becomes a repository by a segment more, and the scanner then tells whether it is sound.
        string repository = isRegistry || (isBelow && body.Length > 0 && !body.Contains('/')) ? body + "/x" : body;
        if (!ImageReferenceScanner.TryScan(repository, out ImageReferenceScanner.Parts parts, out error))
        {
            error = error.Replace(QuotedText.Of(repository), QuotedText.Of(text), StringComparison.Ordinal)
                .Replace("an image reference", "an image prefix", StringComparison.Ordinal);
            return false;
        }

        if (parts.Tag is not null || parts.Digest is not null)
        {
            error = $"{QuotedText.Of(text)} is not an image prefix: it has a {(parts.Tag is null ? "digest" : "tag")}";
            return false;
        }

        string path = isRegistry ? ""
            : !ReferenceEquals(repository, body) ? parts.Path[..^2]
            : body.Contains('/') ? parts.Path
            : "library/" + parts.Path;
        prefix = new ImagePrefix(text, parts.Domain, path);
        return true;
    }

    /// <summary>Whether an image is the repository, or below it.</summary>
    public bool Covers(ImageReference image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return string.Equals(image.Domain, _domain, StringComparison.Ordinal)
            && (_path.Length == 0
                || (image.Path.StartsWith(_path, StringComparison.Ordinal)
                    && (image.Path.Length == _path.Length || image.Path[_path.Length] == '/')));
    }

    /// <summary>The text as it was written.</summary>
    public override string ToString() => _text;
}

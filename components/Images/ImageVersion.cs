using Pulumi;
using Rampart.Rules.Images;

namespace Rampart.Components.Images;

/// <summary>The version that an image names, as a label may hold it.</summary>
internal static class ImageVersion
{
    // Longest value of a label, in characters.
    private const int MaxLabelLength = 63;

    // Enough of a digest to tell versions apart, as container tools print it.
    private const int ShortDigestLength = 12;

    public static Input<string> Label(Input<string> image) => image.Apply(Label);

    /// <summary>The tag; without one the start of the digest; <c>latest</c> without either.</summary>
    public static string Label(string image)
    {
        if (!ImageReference.TryParse(image, out ImageReference? reference, out _))
        {
            return "unknown";
        }

        string version = reference.Tag ?? ShortDigest(reference.Digest) ?? ImageReference.DefaultTag;
        version = version.Length > MaxLabelLength ? version[..MaxLabelLength] : version;
        // A tag may end, and unlike a label begin, with a mark.
        version = version.Trim('.', '-', '_');
        return version.Length == 0 ? "unknown" : version;
    }

    private static string? ShortDigest(string? digest)
    {
        if (digest is null)
        {
            return null;
        }

        string hex = digest[(digest.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return hex.Length > ShortDigestLength ? hex[..ShortDigestLength] : hex;
    }
}

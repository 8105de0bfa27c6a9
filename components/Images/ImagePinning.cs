using Rampart.Rules.Images;

namespace Rampart.Components.Images;

/// <summary>Whether the text of an image always means the same program: what is wrong with it, and what to write.</summary>
/// <param name="Id">Number of the diagnostic.</param>
/// <param name="Problem">What is wrong, with the text in quotes.</param>
/// <param name="Fix">What to do.</param>
public sealed record ImagePinning(string Id, string Problem, string Fix)
{
    /// <summary>The text is no image reference.</summary>
    public const string NotAReference = "RMP2001";

    /// <summary>The image has neither tag nor digest, or the tag <c>latest</c>.</summary>
    public const string NotPinned = "RMP2002";

    /// <summary>The tag names a debug image, which has a shell.</summary>
    public const string DebugImage = "RMP2003";

    private const string Example = "registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…";

    /// <summary>What is wrong with <paramref name="image"/>; <see langword="null"/> when nothing is.</summary>
    public static ImagePinning? Check(string image)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (!ImageReference.TryParse(image, out ImageReference? reference, out string? error))
        {
            return new ImagePinning(NotAReference, error, $"give {Example}");
        }

        if (reference.IsDebugTag)
        {
            return new ImagePinning(DebugImage, $"'{image}' is a debug image, which has a shell", "take the tag without 'debug'");
        }

        if (reference.IsPinnedByDigest)
        {
            return null;
        }

        return reference switch
        {
            { HasTag: false } => new ImagePinning(NotPinned, $"'{image}' has no tag, which means 'latest'", $"give {Example}"),
            { NamesVersion: false } => new ImagePinning(NotPinned, $"'{image}' has the tag '{reference.Tag}', which moves", $"give {Example}"),
            _ => null,
        };
    }
}

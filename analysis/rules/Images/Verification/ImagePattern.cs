using Rampart.Rules.Images.Uses;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Verification;

/// <summary>How an engine compares a pattern with images.</summary>
internal enum ImagePatternSyntax
{
    /// <summary>Kyverno's <c>verifyImages</c>: <c>*</c> and <c>?</c>, against the full name with registry and tag or digest.</summary>
    Kyverno,

    /// <summary>Kyverno's ImageValidatingPolicy: a glob whose <c>*</c> crosses slashes, against the text in the pod.</summary>
    KyvernoGlob,

    /// <summary>Sigstore's policy controller: <c>*</c> up to a slash and <c>**</c> beyond, against the full name or the text.</summary>
    Sigstore,
}

/// <summary>Which images a policy is about.</summary>
/// <param name="Syntax">How it is compared.</param>
/// <param name="Text">The pattern.</param>
/// <param name="Path">Where it stands in the policy.</param>
internal sealed record ImagePattern(ImagePatternSyntax Syntax, string Text, string Path)
{
    private const string DefaultPrefix = ImageReference.DefaultDomain + "/";

    /// <summary>Whether an image is meant; unknown when the pattern has more than stars and question marks.</summary>
    public Flag Matches(ImageUse use)
    {
        string text = use.Image.Text;
        ImageReference image = use.Reference!;
        return Syntax switch
        {
            ImagePatternSyntax.Kyverno => Compare(FullName(use, image)),
            ImagePatternSyntax.KyvernoGlob when Text.AsSpan().ContainsAny("[]{}\\") => Flag.Unknown,
            ImagePatternSyntax.KyvernoGlob => Compare(text),

            // The controller resolves tags to digests first, and compares with more than one way to write Docker Hub: any will do.
            _ => Any(text, image.ToString(), $"{image.Repository}:{image.Tag ?? ImageReference.DefaultTag}", $"{image.Repository}@{image.Digest}"),
        };
    }

    /// <summary>Whether the pattern of Kyverno's <c>verifyImages</c> is one that no full name has.</summary>
    /// <remarks>
    /// A full name starts with a registry, which has a dot, a colon or an upper-case letter, or is <c>localhost</c>; a first
    /// segment without any of these, and without a wildcard, is none.
    /// </remarks>
    public bool MatchesNothing
    {
        get
        {
            if (Syntax != ImagePatternSyntax.Kyverno)
            {
                return false;
            }

            ReadOnlySpan<char> text = Text;
            int slash = text.IndexOf('/'), wildcard = text.IndexOfAny('*', '?');
            if (slash < 0)
            {
                return wildcard < 0;
            }

            ReadOnlySpan<char> first = text[..slash];
            return (wildcard < 0 || wildcard > slash)
                && first is not "localhost"
                && !first.ContainsAny('.', ':')
                && !first.ContainsAnyInRange('A', 'Z');
        }
    }

    // The registry as it is written, without the 'library/' of Docker Hub; a digest takes the place of the tag.
    private static string FullName(ImageUse use, ImageReference image)
    {
        string text = use.Image.Text;
        int suffix = (image.Tag is null ? 0 : image.Tag.Length + 1) + (image.Digest is null ? 0 : image.Digest.Length + 1);
        return string.Concat(
            use.NamesRegistry ? "" : DefaultPrefix,
            text.AsSpan(0, text.Length - suffix),
            image.Digest is null ? ":" : "@",
            image.Digest ?? image.Tag ?? ImageReference.DefaultTag);
    }

    private Flag Any(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Compare(name) == Flag.True
                || (name.StartsWith(DefaultPrefix, StringComparison.Ordinal) && Compare("index." + name) == Flag.True))
            {
                return Flag.True;
            }
        }

        return Flag.False;
    }

    private Flag Compare(string name) =>
        WildcardPattern.Matches(Text, name, starStopsAtSlash: Syntax == ImagePatternSyntax.Sigstore) ? Flag.True : Flag.False;
}

using Pulumi;

namespace Rampart.Components.Images;

/// <summary>Lets only fixed images through, as soon as they are known.</summary>
internal static class PinnedImage
{
    public static Input<string> Require(Input<string> image) => image.Apply(text =>
        ImagePinning.Check(text) is { } found
            ? throw new RunException($"{found.Id}: {found.Problem}; {found.Fix}")
            : text);
}

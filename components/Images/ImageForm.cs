using Rampart.Components.Configuration;

namespace Rampart.Components.Images;

/// <summary>An image that always means the same program, as <see cref="ImagePinning"/> says.</summary>
public sealed class ImageForm : SettingForm
{
    /// <inheritdoc/>
    public override string What => "an image with a tag other than latest, or a digest";

    /// <inheritdoc/>
    public override bool Is(string text) => ImagePinning.Check(text) is null;

    /// <inheritdoc/>
    public override SettingMistake? Check(string text)
        => ImagePinning.Check(text) is { } found ? new SettingMistake(found.Id, found.Problem, found.Fix) : null;
}

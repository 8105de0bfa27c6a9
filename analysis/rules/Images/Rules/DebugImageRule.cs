using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2003: no debug images, except in ephemeral containers.</summary>
internal sealed class DebugImageRule() : ImageRule("RMP2003", "debug-image", DiagnosticSeverity.Error)
{
    public override string Summary => "No container runs the debug variant of an image, whose shell serves an intruder as well as it does a developer.";

    public override string Allowed => "a tag that is not 'debug' and does not end with '-debug'";

    public override string Fix => "take the tag without 'debug', and look into pods with kubectl debug";

    protected override void Check(ImageUse use, ImageReference image, Inspection inspection)
    {
        if (image.IsDebugTag && !use.IsEphemeral)
        {
            inspection.Broken(use.Workload.Object, use.Path, $"image {use.Quoted} of {use} is a debug image, which has a shell", use.Image.Shown);
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Images.Rules;

/// <summary>A rule about one image at a time: of init containers, ephemeral containers and volumes too.</summary>
/// <remarks>Of a text that is no image reference only <see cref="ImageReferenceRule"/> speaks.</remarks>
internal abstract class ImageRule(string id, string name, DiagnosticSeverity severity) : Rule(id, name, RuleCategory.Images, severity)
{
    public override string Guide => "Best Practices for Container Images";

    internal sealed override void Check(Inspection inspection)
    {
        if (!IsAsked(inspection))
        {
            return;
        }

        foreach (ImageUse use in ImageUses.Of(inspection).All)
        {
            if (use.Reference is { } image)
            {
                Check(use, image, inspection);
            }
            else if (!use.Image.TryGetText(out _))
            {
                inspection.Unknown(use.Workload.Object, use.Path);
            }
        }
    }

    /// <summary>Whether there is anything to go by.</summary>
    protected virtual bool IsAsked(Inspection inspection) => true;

    /// <summary>Looks at an image.</summary>
    protected abstract void Check(ImageUse use, ImageReference image, Inspection inspection);
}

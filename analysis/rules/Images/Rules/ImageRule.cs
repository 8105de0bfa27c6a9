using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Images.Uses;

namespace Rampart.Rules.Images.Rules;

/// <summary>A rule about one image at a time, including those of init containers, ephemeral containers and volumes.</summary>
/// <remarks>Only RMP2001 reports text that is not an image reference.</remarks>
internal sealed class ImageRule : Rule
{
    public ImageRule(string id, string name, DiagnosticSeverity severity)
        : base(id, name, RuleCategory.Images, severity) => Guide = "Best Practices for Container Images";

    /// <summary>Whether the rule applies. The default is true.</summary>
    public Predicate<Inspection> IsAsked { get; init; } = static _ => true;

    /// <summary>Checks an image.</summary>
    public required Action<ImageUse, ImageReference, Inspection> Check { get; init; }

    internal override void Run(Inspection inspection)
    {
        if (!IsAsked(inspection))
        {
            return;
        }

        foreach (ImageUse use in ImageUses.Of(inspection.Facts).All)
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
}

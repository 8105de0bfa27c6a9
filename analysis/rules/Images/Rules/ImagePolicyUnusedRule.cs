using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Images.Verification;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2053: an image policy beside workloads is about one of their images.</summary>
internal sealed class ImagePolicyUnusedRule() : Rule("RMP2053", "image-policy-unused", RuleCategory.Images, DiagnosticSeverity.Info)
{
    public override string Summary => "Every image policy is about an image of the workloads beside it: one that matches none protects none.";

    public override string Allowed => "patterns that match an image of these objects";

    public override string Fix => "compare the patterns with the images: registry, repository, and tag or digest";

    public override string Guide => "4. Enable Image Verification";

    internal override void Check(Inspection inspection)
    {
        foreach (ImageClaim claim in ImageClaims.Of(inspection).All)
        {
            if (claim.Patterns.Count > 0 && !claim.IsOpen && FindFirstMissed(claim, inspection) is { } use)
            {
                string path = claim.Patterns[0].Path;
                inspection.Broken(claim.Policy, path[..path.LastIndexOf('[')], $"matches none of the images of these objects, such as {use.Quoted} of {use}");
            }
        }
    }

    // Null when an image is matched, or may be, or when there is nothing to compare with.
    private static ImageUse? FindFirstMissed(ImageClaim claim, Inspection inspection)
    {
        // RMP6108 has said more about these.
        if (claim.Patterns.TrueForAll(static pattern => pattern.MatchesNothing))
        {
            return null;
        }

        ImageUse? first = null;
        foreach (ImageUse use in ImageUses.Of(inspection).All)
        {
            if (claim.AppliesTo(use.Workload.Object) == Flag.False)
            {
                continue;
            }

            if (use.Reference is null || claim.Covers(use) != Flag.False)
            {
                return null;
            }

            first ??= use;
        }

        return first;
    }
}

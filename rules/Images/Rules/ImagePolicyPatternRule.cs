using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Images.Verification;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2052: the patterns of Kyverno's image verification can match an image at all.</summary>
internal sealed class ImagePolicyPatternRule() : Rule("RMP2052", "image-policy-pattern", RuleCategory.Images, DiagnosticSeverity.Error)
{
    public override string Summary => "Every pattern of an image policy names a registry, since Kyverno compares it with full names: one that does not admits every unsigned image in silence.";

    public override string Allowed => "a pattern that starts with a registry or a wildcard";

    public override string Fix => "write the registry before the pattern, and a second pattern for digests";

    public override string Guide => "4. Enable Image Verification";

    internal override void Check(Inspection inspection)
    {
        foreach (ImageClaim claim in ImageClaims.Of(inspection).All)
        {
            foreach (ImagePattern pattern in claim.Patterns)
            {
                if (pattern.MatchesNothing)
                {
                    string full = pattern.Text.Contains('/') ? "docker.io/" + pattern.Text : "docker.io/*/" + pattern.Text;
                    inspection.Broken(
                        claim.Policy,
                        pattern.Path,
                        $"'{pattern.Text}' matches no image: Kyverno compares it with full names, which start with a registry",
                        pattern.Text,
                        fix: $"write '{full}', and a second pattern for digests");
                }
            }
        }
    }
}

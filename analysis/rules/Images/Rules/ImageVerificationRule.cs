using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Images.Verification;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2051: a policy verifies the signature of each image.</summary>
/// <remarks>Said once for all objects when none of them verifies anything, and once per workload that their policies leave out.</remarks>
internal sealed class ImageVerificationRule() : Rule("RMP2051", "image-verification", RuleCategory.Images, DiagnosticSeverity.Info)
{
    public override bool NeedsOtherObjects => true;

    public override string Summary => "A policy admits only images with a signature that it knows, so that nobody else's build runs under their name.";

    public override string Allowed => "a policy of Kyverno or Sigstore that verifies each image and rejects what is not signed";

    public override string Fix => "copy the images to a registry of your own, sign them there by digest, and add a policy that verifies them";

    public override string Guide => "4. Enable Image Verification";

    public override ChecklistPoint? Point => ChecklistPoint.ImageVerification;

    internal override void Check(Inspection inspection)
    {
        IReadOnlyList<Workload> workloads = inspection.Objects.Workloads;
        if (workloads.Count == 0)
        {
            return;
        }

        List<ImageClaim> claims = [];
        foreach (ImageClaim claim in ImageClaims.Of(inspection).All)
        {
            if (claim.VerifiesSignature)
            {
                claims.Add(claim);
            }
        }

        if (claims.Count == 0)
        {
            inspection.Broken(workloads[0].Object, "", "no policy in these objects verifies the signatures of images");
            return;
        }

        Workload? last = null;
        foreach (ImageUse use in ImageUses.Of(inspection).All)
        {
            if (use.Workload == last || use.Reference is null)
            {
                continue;
            }

            if (!IsVerified(use, claims, out ImageClaim? weak))
            {
                string problem = weak is null
                    ? $"no policy in these objects verifies image {use.Quoted} of {use}"
                    : $"{weak.Policy} verifies image {use.Quoted} of {use}, but admits it without a signature, too";
                inspection.Broken(use.Workload.Object, use.Path, problem, use.Image.Shown);
                last = use.Workload;
            }
            else if (claims.TrueForAll(claim => claim.AppliesTo(use.Workload.Object) != Flag.True || !claim.Enforces || claim.Covers(use) == Flag.False))
            {
                inspection.UnknownNamespace(use.Workload.Object, use.Path);
                last = use.Workload;
            }
        }
    }

    private static bool IsVerified(ImageUse use, List<ImageClaim> claims, out ImageClaim? weak)
    {
        weak = null;
        foreach (ImageClaim claim in claims)
        {
            Flag covers = claim.Covers(use);
            if (covers != Flag.False && claim.Enforces)
            {
                return true;
            }

            weak ??= covers == Flag.False ? null : claim;
        }

        return false;
    }
}

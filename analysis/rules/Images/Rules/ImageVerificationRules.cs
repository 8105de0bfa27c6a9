using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Images.Uses;
using Rampart.Rules.Images.Verification;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Rules;

/// <summary>The rules about the verification and scanning of images.</summary>
internal static class ImageVerificationRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectSetRule("RMP2041", "image-scanning", RuleCategory.Images, DiagnosticSeverity.Info)
        {
            Summary = "A scanner's report, or a policy that requires one, shows that images are scanned for vulnerabilities.",
            Allowed = "a scanner's report, or a policy that requires a signed vulnerability report",
            Fix = "run a scanner in the cluster, or require vulnerability attestations in a policy; waive this where a pipeline scans",
            Guide = "2. Scan Images for Vulnerabilities",
            Point = ChecklistPoint.ImageScanning,
            NeedsOtherObjects = true,
            Check = static inspection =>
            {
                ObjectSet objects = inspection.Objects;
                if (objects.Workloads.Count == 0 || HasReport(objects) || IsAskedForReport(inspection))
                {
                    return;
                }

                inspection.Broken(objects.Workloads[0].Object, "", "nothing in these objects shows that images are scanned for vulnerabilities");
            },
        },
        new ObjectSetRule("RMP2051", "image-verification", RuleCategory.Images, DiagnosticSeverity.Info)
        {
            Summary = "A policy admits only images with a trusted signature, so that no other build runs under their name.",
            Allowed = "a Kyverno or Sigstore policy that verifies each image and rejects unsigned images",
            Fix = "copy the images to your own registry, sign them there by digest, and add a policy that verifies them",
            Guide = "4. Enable Image Verification",
            Point = ChecklistPoint.ImageVerification,
            NeedsOtherObjects = true,
            Check = CheckImageVerification,
        },
        new ObjectSetRule("RMP2053", "image-policy-unused", RuleCategory.Images, DiagnosticSeverity.Info)
        {
            Summary = "Every image policy matches an image of the workloads beside it: a policy that matches none protects none.",
            Allowed = "patterns that match an image of these objects",
            Fix = "compare the patterns with the images: registry, repository, and tag or digest",
            Guide = "4. Enable Image Verification",
            Check = static inspection =>
            {
                foreach (ImageClaim claim in ImageClaims.Of(inspection.Facts).All)
                {
                    if (claim.Patterns.Count > 0 && !claim.IsOpen && FindFirstMissed(claim, inspection) is { } use)
                    {
                        string path = claim.Patterns[0].Path;
                        inspection.Broken(claim.Policy, path[..path.LastIndexOf('[')], $"matches none of the images of these objects, such as {use.Quoted} of {use}");
                    }
                }
            },
        },
    ];

    private static bool HasReport(ObjectSet objects) =>
        objects.OfKind("aquasecurity.github.io", "VulnerabilityReport").Count > 0
        || objects.OfKind("aquasecurity.github.io", "ClusterVulnerabilityReport").Count > 0
        || objects.OfKind("spdx.softwarecomposition.kubescape.io", "VulnerabilityManifest").Count > 0
        || objects.OfKind("spdx.softwarecomposition.kubescape.io", "VulnerabilityManifestSummary").Count > 0;

    private static bool IsAskedForReport(Inspection inspection)
    {
        foreach (ImageClaim claim in ImageClaims.Of(inspection.Facts).All)
        {
            if (!claim.RequiresScan)
            {
                continue;
            }

            foreach (ImageUse use in ImageUses.Of(inspection.Facts).All)
            {
                if (use.Reference is null || claim.Covers(use) != Flag.False)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void CheckImageVerification(Inspection inspection)
    {
        IReadOnlyList<Workload> workloads = inspection.Objects.Workloads;
        if (workloads.Count == 0)
        {
            return;
        }

        List<ImageClaim> claims = [];
        foreach (ImageClaim claim in ImageClaims.Of(inspection.Facts).All)
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
        foreach (ImageUse use in ImageUses.Of(inspection.Facts).All)
        {
            if (use.Workload == last || use.Reference is null)
            {
                continue;
            }

            if (!IsVerified(use, claims, out ImageClaim? weak))
            {
                string problem = weak is null
                    ? $"no policy in these objects verifies image {use.Quoted} of {use}"
                    : $"{weak.Policy} verifies image {use.Quoted} of {use}, but also admits it without a signature";
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

    // Null when an image matches, or may match, or when there is nothing to compare with.
    private static ImageUse? FindFirstMissed(ImageClaim claim, Inspection inspection)
    {
        // RMP6108 reports these.
        if (claim.Patterns.TrueForAll(static pattern => pattern.MatchesNothing))
        {
            return null;
        }

        ImageUse? first = null;
        foreach (ImageUse use in ImageUses.Of(inspection.Facts).All)
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

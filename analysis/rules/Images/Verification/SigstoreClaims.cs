using System.Globalization;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Verification;

/// <summary>Reads the ClusterImagePolicy of Sigstore's policy controller.</summary>
internal static class SigstoreClaims
{
    public static void Add(List<ImageClaim> claims, KubernetesObject policy)
    {
        Field spec = policy.Spec;
        bool verifies = false, scans = false;
        if (spec["authorities"].TryGetItems(out FieldItems authorities))
        {
            foreach (Field authority in authorities)
            {
                verifies |= !authority["key"].IsUnset || !authority["keyless"].IsUnset;
                scans |= ScanPredicate.IsAsked(authority["attestations"], "predicateType");
            }
        }

        ImageClaim claim = new(policy)
        {
            VerifiesSignature = verifies,
            RequiresScan = scans,
            Enforces = spec["mode"].Text != "warn",
        };
        if (!spec["images"].TryGetItems(out FieldItems images))
        {
            claim.IsOpen = true;
        }

        for (int i = 0; i < images.Count; i++)
        {
            if (images[i]["glob"].IsSecret || !images[i]["glob"].TryGetText(out string text) || text.Length == 0)
            {
                claim.IsOpen = true;
            }
            else
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"spec.images[{i}].glob");
                claim.Patterns.Add(new ImagePattern(ImagePatternSyntax.Sigstore, text, path));
            }
        }

        claims.Add(claim);
    }
}

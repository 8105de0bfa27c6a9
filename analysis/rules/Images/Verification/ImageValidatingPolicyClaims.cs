using System.Globalization;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Verification;

/// <summary>Reads Kyverno's ImageValidatingPolicy and NamespacedImageValidatingPolicy.</summary>
internal static class ImageValidatingPolicyClaims
{
    public static void Add(List<ImageClaim> claims, KubernetesObject policy)
    {
        Field spec = policy.Spec;
        ImageClaim claim = new(policy)
        {
            VerifiesSignature = Verifies(spec["validations"]),
            RequiresScan = IsScanAsked(spec["attestations"]),
            Enforces = Denies(spec["validationActions"]),
        };
        AddPatterns(claim, spec["matchImageReferences"]);
        if (policy.Kind == "NamespacedImageValidatingPolicy")
        {
            claim.AddNamespaceOf(policy);
        }
        else if (spec["matchConstraints"]["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"].Text is { Length: > 0 } place)
        {
            claim.Namespaces.Add(place);
        }

        claims.Add(claim);
    }

    private static bool Verifies(Field validations)
    {
        if (!validations.TryGetItems(out FieldItems items))
        {
            return true;
        }

        foreach (Field item in items)
        {
            if (!item["expression"].TryGetText(out string expression) || expression.Contains("verifyImageSignatures", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsScanAsked(Field attestations) =>
        ScanPredicate.IsAsked(attestations, "intoto", "referrer", "type");

    private static bool Denies(Field actions)
    {
        if (actions.IsUnset || !actions.TryGetItems(out FieldItems items))
        {
            return true;
        }

        foreach (Field action in items)
        {
            if (!action.TryGetText(out string text) || text == "Deny")
            {
                return true;
            }
        }

        return false;
    }

    private static void AddPatterns(ImageClaim claim, Field references)
    {
        if (!references.TryGetItems(out FieldItems items))
        {
            claim.IsOpen = true;
            return;
        }

        for (int i = 0; i < items.Count; i++)
        {
            Field glob = items[i]["glob"];
            if (glob.IsUnset || glob.IsSecret || !glob.TryGetText(out string text))
            {
                claim.IsOpen = true;
            }
            else
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"spec.matchImageReferences[{i}].glob");
                claim.Patterns.Add(new ImagePattern(ImagePatternSyntax.KyvernoGlob, text, path));
            }
        }
    }
}

using System.Globalization;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Verification;

/// <summary>Reads the <c>verifyImages</c> of Kyverno's ClusterPolicy and Policy.</summary>
internal static class KyvernoClaims
{
    public static void Add(List<ImageClaim> claims, KubernetesObject policy)
    {
        if (!policy.Spec["rules"].TryGetItems(out FieldItems rules))
        {
            return;
        }

        for (int r = 0; r < rules.Count; r++)
        {
            if (!rules[r]["verifyImages"].TryGetItems(out FieldItems verifications))
            {
                continue;
            }

            for (int v = 0; v < verifications.Count; v++)
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"spec.rules[{r}].verifyImages[{v}]");
                claims.Add(Read(policy, rules[r], verifications[v], path));
            }
        }
    }

    private static ImageClaim Read(KubernetesObject policy, Field rule, Field verification, string path)
    {
        Field action = verification["failureAction"];
        action = action.IsUnset ? policy.Spec["validationFailureAction"] : action;
        ImageClaim claim = new(policy)
        {
            VerifiesSignature = !verification["attestors"].IsUnset || !verification["key"].IsUnset || !verification["issuer"].IsUnset,
            RequiresScan = ScanPredicate.IsAsked(verification["attestations"], "type", "predicateType"),
            Enforces = !action.TryGetText(out string text) || text.Equals("enforce", StringComparison.OrdinalIgnoreCase),
        };
        AddPatterns(claim, claim.Patterns, verification["imageReferences"], path + ".imageReferences");
        AddPatterns(claim, claim.Exempt, verification["skipImageReferences"], path + ".skipImageReferences");
        if (verification["image"] is { IsUnset: false } single)
        {
            AddPattern(claim, claim.Patterns, single, path + ".image");
        }

        if (policy.Kind == "Policy")
        {
            claim.AddNamespaceOf(policy);
        }
        else
        {
            AddNamespaces(claim, rule["match"]);
        }

        return claim;
    }

    private static void AddPatterns(ImageClaim claim, List<ImagePattern> patterns, Field list, string path)
    {
        if (!list.TryGetItems(out FieldItems items))
        {
            claim.IsOpen = true;
            return;
        }

        for (int i = 0; i < items.Count; i++)
        {
            AddPattern(claim, patterns, items[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
        }
    }

    private static void AddPattern(ImageClaim claim, List<ImagePattern> patterns, Field item, string path)
    {
        // A text with a variable is another one in every request, and a secret cannot be told.
        if (item.IsSecret || !item.TryGetText(out string text) || text.Contains("{{", StringComparison.Ordinal))
        {
            claim.IsOpen = true;
        }
        else
        {
            patterns.Add(new ImagePattern(ImagePatternSyntax.Kyverno, text, path));
        }
    }

    // One place that names no namespace means all of them.
    private static void AddNamespaces(ImageClaim claim, Field match)
    {
        if (!match["resources"].IsUnset)
        {
            _ = TryAddNamespaces(claim, match);
            return;
        }

        Field places = match["any"].IsUnset ? match["all"] : match["any"];
        if (!places.TryGetItems(out FieldItems items))
        {
            return;
        }

        foreach (Field item in items)
        {
            if (!TryAddNamespaces(claim, item))
            {
                claim.Namespaces.Clear();
                claim.IsOpenToNamespaces = false;
                return;
            }
        }
    }

    private static bool TryAddNamespaces(ImageClaim claim, Field place)
    {
        if (!place["resources"]["namespaces"].TryGetItems(out FieldItems names) || names.Count == 0)
        {
            return false;
        }

        foreach (Field name in names)
        {
            if (name.TryGetText(out string text))
            {
                claim.Namespaces.Add(text);
            }
            else
            {
                claim.IsOpenToNamespaces = true;
            }
        }

        return true;
    }
}

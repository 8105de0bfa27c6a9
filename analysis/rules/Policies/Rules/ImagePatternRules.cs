using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>The rules about the patterns of image policies.</summary>
internal static class ImagePatternRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectSetRule("RMP6109", "image-reference-tags-only", RuleCategory.Policies, DiagnosticSeverity.Warning)
        {
            Summary =
                "Image references to verify also match images given only by digest; otherwise an image without a tag skips the check.",
            Allowed = "a reference with @* beside each with :*",
            Fix = "add the reference with @* in place of the tag",
            Guide = "Enable Image Verification",
            Check = CheckReferenceTagsOnly,
        },
        new ObjectSetRule("RMP6110", "image-pattern-open", RuleCategory.Policies, DiagnosticSeverity.Warning)
        {
            Summary =
                "A pattern for images ends after a slash, or in the tag; a pattern that ends in the middle of a name also matches names that anyone can register.",
            Allowed = "patterns that end with /*, :* or @*",
            Fix = "end the pattern with /*, or write the full name with :* and @*",
            Guide = "Image Policy Enforcement",
            Check = CheckImagePatternOpen,
        },
        new ObjectSetRule("RMP6111", "image-glob-one-form", RuleCategory.Policies, DiagnosticSeverity.Warning)
        {
            Summary =
                "An ImageValidatingPolicy compares images as the pod writes them; a Docker Hub image is named with and without docker.io, or "
                + "one of the two is not verified.",
            Allowed = "both forms of a Docker Hub image, or another registry",
            Fix = "add the glob with, or without, docker.io/",
            Guide = "Enable Image Verification",
            Check = CheckImageGlobOneForm,
        },
    ];

    private static void CheckReferenceTagsOnly(Inspection inspection)
    {
        foreach (KubernetesObject item in OfKinds(inspection, "kyverno.io", "ClusterPolicy", "Policy"))
        {
            foreach (FieldAt rule in KyvernoPolicyRule.RulesOf(item, inspection))
            {
                foreach (FieldAt images in rule["verifyImages"].Items)
                {
                    CheckReferences(images["imageReferences"], "");
                }
            }
        }

        foreach (KubernetesObject item in OfKinds(inspection, "policies.kyverno.io", "ImageValidatingPolicy", "NamespacedImageValidatingPolicy"))
        {
            CheckReferences(inspection.At(item)["spec"]["matchImageReferences"], "glob");
        }
    }

    private static IEnumerable<KubernetesObject> OfKinds(Inspection inspection, string group, string kind, string otherKind) =>
        inspection.Objects.OfKind(group, kind).Concat(inspection.Objects.OfKind(group, otherKind));

    private static void CheckReferences(FieldAt list, string member)
    {
        foreach (FieldAt item in list.Items)
        {
            if (member.Length > 0 && item[member].IsUnset)
            {
                // An expression can match any image.
                return;
            }
        }

        foreach (FieldAt item in list.Items)
        {
            FieldAt reference = member.Length == 0 ? item : item[member];
            if (reference.Text is { Length: > 0 } text
                && ImagePattern.MatchesTagsOnly(text)
                && !HasDigestForm(list.Items.Fields, member, text[..text.LastIndexOf(':')]))
            {
                reference.Report($"'{reference.Shown}' does not match the image given only by digest, so it is not verified then");
            }
        }
    }

    private static bool HasDigestForm(FieldItems items, string member, string name)
    {
        foreach (Field item in items)
        {
            Field reference = member.Length == 0 ? item : item[member];
            if (!reference.TryGetText(out string text) || text.StartsWith(name + "@", StringComparison.Ordinal) || text == name + "*" || text == "*" || text == "*/*")
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckImagePatternOpen(Inspection inspection)
    {
        foreach (KubernetesObject item in OfKinds(inspection, "kyverno.io", "ClusterPolicy", "Policy"))
        {
            foreach (FieldAt rule in KyvernoPolicyRule.RulesOf(item, inspection))
            {
                KyvernoPatterns.VisitImages(rule["validate"], static pattern =>
                {
                    foreach (string alternative in KyvernoPatterns.Alternatives(pattern.Text))
                    {
                        CheckPattern(pattern, alternative);
                    }
                });
                foreach (FieldAt images in rule["verifyImages"].Items)
                {
                    foreach (FieldAt reference in images["imageReferences"].Items)
                    {
                        CheckPattern(reference, reference.Text);
                    }
                }
            }
        }

        foreach (KubernetesObject item in OfKinds(inspection, "policies.kyverno.io", "ImageValidatingPolicy", "NamespacedImageValidatingPolicy"))
        {
            foreach (FieldAt reference in inspection.At(item)["spec"]["matchImageReferences"].Items)
            {
                CheckPattern(reference["glob"], reference["glob"].Text);
            }
        }
    }

    private static void CheckPattern(FieldAt at, string pattern)
    {
        if (ImagePattern.EndsInName(pattern))
        {
            at.Report($"image pattern '{(at.Field.IsSecret ? Field.Secret : pattern)}' ends in the middle of a name and also matches longer names");
        }
    }

    private static void CheckImageGlobOneForm(Inspection inspection)
    {
        foreach (KubernetesObject item in OfKinds(inspection, "policies.kyverno.io", "ImageValidatingPolicy", "NamespacedImageValidatingPolicy"))
        {
            FieldAt.ItemsAt references = inspection.At(item)["spec"]["matchImageReferences"].Items;
            HashSet<string>? globs = GlobsOf(references.Fields);
            foreach (FieldAt reference in references)
            {
                FieldAt glob = reference["glob"];
                if (ImagePattern.OtherForm(glob.Text) is { } other && globs?.Contains(other) == false)
                {
                    string form = ImagePattern.NamesNoRegistry(glob.Text) ? "with" : "without";
                    glob.Report($"'{glob.Shown}' does not match the image written {form} docker.io/, so it is not verified then");
                }
            }
        }
    }

    // Null where there are expressions, or one is not known: they can match any image.
    private static HashSet<string>? GlobsOf(FieldItems references)
    {
        HashSet<string> globs = new(StringComparer.Ordinal);
        foreach (Field reference in references)
        {
            if (!reference["expression"].IsUnset || reference["glob"].IsUnknown)
            {
                return null;
            }

            globs.Add(reference["glob"].Text);
        }

        return globs;
    }
}

using System.Globalization;
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
                "References of images to verify match images that are given by digest alone; otherwise leaving out the tag leaves out the check.",
            Allowed = "a reference with @* beside each with :*",
            Fix = "add the reference with @* in place of the tag",
            Guide = "Enable Image Verification",
            Check = CheckReferenceTagsOnly,
        },
        new ObjectSetRule("RMP6110", "image-pattern-open", RuleCategory.Policies, DiagnosticSeverity.Warning)
        {
            Summary =
                "A pattern for images ends after a slash, or in the tag; one that ends in the middle of a name lets in names that anybody may register.",
            Allowed = "patterns that end with /*, :* or @*",
            Fix = "end the pattern with /*, or write the whole name with :* and @*",
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
        foreach (string kind in (string[])["ClusterPolicy", "Policy"])
        {
            foreach (KubernetesObject item in inspection.Objects.OfKind("kyverno.io", kind))
            {
                _ = item.Spec["rules"].TryGetItems(out FieldItems rules);
                for (int i = 0; i < rules.Count; i++)
                {
                    _ = rules[i]["verifyImages"].TryGetItems(out FieldItems images);
                    for (int j = 0; j < images.Count; j++)
                    {
                        string path = string.Create(CultureInfo.InvariantCulture, $"spec.rules[{i}].verifyImages[{j}].imageReferences");
                        CheckList(item, path, images[j]["imageReferences"], "", inspection);
                    }
                }
            }
        }

        foreach (string kind in (string[])["ImageValidatingPolicy", "NamespacedImageValidatingPolicy"])
        {
            foreach (KubernetesObject item in inspection.Objects.OfKind("policies.kyverno.io", kind))
            {
                CheckList(item, "spec.matchImageReferences", item.Spec["matchImageReferences"], "glob", inspection);
            }
        }
    }

    private static void CheckList(KubernetesObject item, string path, Field list, string member, Inspection inspection)
    {
        _ = list.TryGetItems(out FieldItems items);
        for (int i = 0; i < items.Count; i++)
        {
            if (member.Length > 0 && items[i][member].IsUnset)
            {
                // An expression, which may match anything.
                return;
            }
        }

        for (int i = 0; i < items.Count; i++)
        {
            Field reference = member.Length == 0 ? items[i] : items[i][member];
            if (reference.Text is { Length: > 0 } text && ImagePattern.MatchesTagsOnly(text) && !HasDigestForm(items, member, text[..text.LastIndexOf(':')]))
            {
                string below = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
                inspection.Broken(
                    item,
                    member.Length == 0 ? below : $"{below}.{member}",
                    $"'{reference.Shown}' does not match the image by its digest alone, so it is not verified then",
                    reference.Shown);
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
        foreach (string kind in (string[])["ClusterPolicy", "Policy"])
        {
            foreach (KubernetesObject item in inspection.Objects.OfKind("kyverno.io", kind))
            {
                CheckRules(item, inspection);
            }
        }

        foreach (string kind in (string[])["ImageValidatingPolicy", "NamespacedImageValidatingPolicy"])
        {
            foreach (KubernetesObject item in inspection.Objects.OfKind("policies.kyverno.io", kind))
            {
                _ = item.Spec["matchImageReferences"].TryGetItems(out FieldItems references);
                for (int i = 0; i < references.Count; i++)
                {
                    string path = string.Create(CultureInfo.InvariantCulture, $"spec.matchImageReferences[{i}].glob");
                    CheckPattern(item, path, references[i]["glob"], references[i]["glob"].Text, inspection);
                }
            }
        }
    }

    private static void CheckRules(KubernetesObject item, Inspection inspection)
    {
        _ = item.Spec["rules"].TryGetItems(out FieldItems rules);
        for (int i = 0; i < rules.Count; i++)
        {
            string path = PathPool.Item("spec", "rules", i);
            KyvernoPatterns.VisitImages($"{path}.validate", rules[i]["validate"], (below, pattern) =>
            {
                foreach (string alternative in KyvernoPatterns.Alternatives(pattern.Text))
                {
                    CheckPattern(item, below, pattern, alternative, inspection);
                }
            });
            _ = rules[i]["verifyImages"].TryGetItems(out FieldItems images);
            for (int j = 0; j < images.Count; j++)
            {
                _ = images[j]["imageReferences"].TryGetItems(out FieldItems references);
                for (int k = 0; k < references.Count; k++)
                {
                    string below = string.Create(CultureInfo.InvariantCulture, $"{path}.verifyImages[{j}].imageReferences[{k}]");
                    CheckPattern(item, below, references[k], references[k].Text, inspection);
                }
            }
        }
    }

    private static void CheckPattern(KubernetesObject item, string path, Field field, string pattern, Inspection inspection)
    {
        if (ImagePattern.EndsInName(pattern))
        {
            string shown = field.IsSecret ? Field.Secret : pattern;
            inspection.Broken(item, path, $"image pattern '{shown}' ends in the middle of a name and lets others in that go on differently", field.Shown);
        }
    }

    private static void CheckImageGlobOneForm(Inspection inspection)
    {
        foreach (string kind in (string[])["ImageValidatingPolicy", "NamespacedImageValidatingPolicy"])
        {
            foreach (KubernetesObject item in inspection.Objects.OfKind("policies.kyverno.io", kind))
            {
                _ = item.Spec["matchImageReferences"].TryGetItems(out FieldItems references);
                HashSet<string>? globs = GlobsOf(references);
                for (int i = 0; i < references.Count; i++)
                {
                    Field glob = references[i]["glob"];
                    if (ImagePattern.OtherForm(glob.Text) is { } other && globs?.Contains(other) == false)
                    {
                        string form = ImagePattern.NamesNoRegistry(glob.Text) ? "with" : "without";
                        inspection.Broken(
                            item,
                            string.Create(CultureInfo.InvariantCulture, $"spec.matchImageReferences[{i}].glob"),
                            $"'{glob.Shown}' does not match the image written {form} docker.io/, so it is not verified then",
                            glob.Shown);
                    }
                }
            }
        }
    }

    // Null where there are expressions, or one is not known: they may be of any image.
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

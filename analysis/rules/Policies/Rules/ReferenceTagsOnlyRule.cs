using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6109: references of images to verify match digests.</summary>
internal sealed class ReferenceTagsOnlyRule()
    : Rule("RMP6109", "image-reference-tags-only", RuleCategory.Policies, DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "References of images to verify match images that are given by digest alone; otherwise leaving out the tag leaves out the check.";

    public override string Allowed => "a reference with @* beside each with :*";

    public override string Fix => "add the reference with @* in place of the tag";

    public override string Guide => "Enable Image Verification";

    internal override void Check(Inspection inspection)
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
}

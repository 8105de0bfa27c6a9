using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6110: image patterns of Kyverno end at a border of the name.</summary>
internal sealed class ImagePatternOpenRule()
    : Rule("RMP6110", "image-pattern-open", RuleCategory.Policies, DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A pattern for images ends after a slash, or in the tag; one that ends in the middle of a name lets in names that anybody may register.";

    public override string Allowed => "patterns that end with /*, :* or @*";

    public override string Fix => "end the pattern with /*, or write the whole name with :* and @*";

    public override string Guide => "Image Policy Enforcement";

    internal override void Check(Inspection inspection)
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
}

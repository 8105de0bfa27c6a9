using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6107: Kyverno patterns for images name a registry.</summary>
internal sealed class KyvernoRawImageRule()
    : KyvernoPolicyRule("RMP6107", "kyverno-raw-image", DiagnosticSeverity.Warning)
{
    public override string Summary => "A pattern sees the image as the pod writes it; one without a registry refuses the same image written in full.";

    public override string Allowed => "patterns with a registry";

    public override string Fix => "write images with their registry and let the pattern start with it, e.g. docker.io/authzed/*";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        FieldItems rules = RulesOf(item);
        for (int i = 0; i < rules.Count; i++)
        {
            KyvernoPatterns.VisitImages(PathOf(i, "validate"), rules[i]["validate"], (path, pattern) =>
            {
                string[] alternatives = [.. KyvernoPatterns.Alternatives(pattern.Text)];
                foreach (string alternative in alternatives)
                {
                    if (ImagePattern.NamesNoRegistry(alternative) && !alternatives.Contains(ImagePattern.OtherForm(alternative)))
                    {
                        string shown = pattern.IsSecret ? Field.Secret : alternative;
                        inspection.Broken(item, path, $"image pattern '{shown}' names no registry and refuses the same image as docker.io/{shown}", pattern.Shown);
                        return;
                    }
                }
            });
        }
    }
}

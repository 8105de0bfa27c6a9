using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6108: references of images to verify match something.</summary>
internal sealed class KyvernoReferenceNeverMatchesRule()
    : KyvernoPolicyRule("RMP6108", "kyverno-reference-never-matches", DiagnosticSeverity.Error)
{
    public override string Summary =>
        "References of images to verify start with a registry, since Kyverno adds docker.io to the image but not to the reference; "
        + "one without matches nothing, and unsigned images come in.";

    public override string Allowed => "references that start with a registry or a wildcard";

    public override string Fix => "write the registry, e.g. docker.io/authzed/spicedb:*";

    public override string Guide => "Enable Image Verification";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        FieldItems rules = RulesOf(item);
        for (int i = 0; i < rules.Count; i++)
        {
            _ = rules[i]["verifyImages"].TryGetItems(out FieldItems images);
            for (int j = 0; j < images.Count; j++)
            {
                string path = PathOf(i, string.Create(CultureInfo.InvariantCulture, $"verifyImages[{j}]"));
                CheckReference(item, images[j]["image"], $"{path}.image", inspection);
                _ = images[j]["imageReferences"].TryGetItems(out FieldItems references);
                for (int k = 0; k < references.Count; k++)
                {
                    CheckReference(item, references[k], string.Create(CultureInfo.InvariantCulture, $"{path}.imageReferences[{k}]"), inspection);
                }
            }
        }
    }

    private static void CheckReference(KubernetesObject item, Field reference, string path, Inspection inspection)
    {
        if (reference.Text is { Length: > 0 } text && ImagePattern.NamesNoRegistry(text))
        {
            inspection.Broken(item, path, $"'{reference.Shown}' names no registry and matches no image, so unsigned images come in", reference.Shown);
        }
    }
}

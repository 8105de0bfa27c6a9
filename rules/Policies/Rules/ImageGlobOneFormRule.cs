using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6111: globs of Docker Hub images have both forms.</summary>
internal sealed class ImageGlobOneFormRule()
    : Rule("RMP6111", "image-glob-one-form", RuleCategory.Policies, DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "An ImageValidatingPolicy compares images as the pod writes them; a Docker Hub image is named with and without docker.io, or "
        + "one of the two is not verified.";

    public override string Allowed => "both forms of a Docker Hub image, or another registry";

    public override string Fix => "add the glob with, or without, docker.io/";

    public override string Guide => "Enable Image Verification";

    internal override void Check(Inspection inspection)
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

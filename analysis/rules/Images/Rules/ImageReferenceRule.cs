using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2001: every container names an image, in the grammar of image references.</summary>
internal sealed class ImageReferenceRule() : Rule("RMP2001", "image-reference", RuleCategory.Images, DiagnosticSeverity.Error)
{
    public override string Summary => "Every image is a valid reference, since the kubelet cannot pull anything else.";

    public override string Allowed => "registry/name:tag, registry/name@digest, or both";

    public override string Fix => "give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…";

    public override string Guide => "Best Practices for Container Images";

    public override ChecklistPoint? Point => ChecklistPoint.SpecificImageTags;

    private static bool HasCredentials(string text)
    {
        int at = text.IndexOf('@'), slash = text.IndexOf('/');
        return at > 0 && at < slash;
    }

    internal override void Check(Inspection inspection)
    {
        foreach (ImageUse use in ImageUses.Of(inspection).All)
        {
            if (use.Reference is not null)
            {
                continue;
            }

            if (!use.Image.TryGetText(out string text))
            {
                inspection.Unknown(use.Workload.Object, use.Path);
            }
            else if (text.Length == 0)
            {
                inspection.Broken(use.Workload.Object, use.Path, $"{use} has no image");
            }
            else if (!ImageReference.TryParse(text, out _, out string? error))
            {
                // What stands before @ and is no digest may be somebody's password.
                bool isHidden = use.Image.IsSecret || HasCredentials(text);
                string problem = HasCredentials(text) ? "a reference has no user and no password" : isHidden ? "the text is not an image reference" : error;
                inspection.Broken(use.Workload.Object, use.Path, $"{use} has no valid image: {problem}", isHidden ? Field.Secret : text);
            }
        }
    }
}

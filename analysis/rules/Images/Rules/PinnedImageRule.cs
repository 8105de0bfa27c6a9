using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2002: images have a tag that names a version, or a digest.</summary>
internal sealed class PinnedImageRule() : ImageRule("RMP2002", "image-pinned", DiagnosticSeverity.Error)
{
    public override string Summary => "Every image names a version, so that all pods run the same program and a rollback finds the old one.";

    public override string Allowed => "a tag that names a version, and not one that moves such as latest, main, stable, nightly or edge; or a digest";

    public override string Fix => "give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…";

    public override string Guide => "1. Use Specific Image Tags";

    public override ChecklistPoint? Point => ChecklistPoint.SpecificImageTags;

    public override IReadOnlyList<string> OtherIds =>
        ["checkov:CKV_K8S_14", "kube-linter:latest-tag", "kube-score:container-image-tag", "polaris:tagNotSpecified", "trivy:KSV-0013"];

    protected override void Check(ImageUse use, ImageReference image, Inspection inspection)
    {
        if (image.NamesVersion)
        {
            return;
        }

        string tag = use.Image.IsSecret ? Field.Secret : $"'{image.Tag}'";
        string problem = image.HasTag ? $"has the tag {tag}, which moves" : "has no tag, which means 'latest'";
        inspection.Broken(use.Workload.Object, use.Path, $"image {use.Quoted} of {use} {problem}", use.Image.Shown);
    }
}

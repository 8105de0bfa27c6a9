using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2004: images that name a version name its digest, too.</summary>
internal sealed class ImageDigestRule() : ImageRule("RMP2004", "image-digest", DiagnosticSeverity.Info)
{
    public override string Summary => "Every image has a digest, since whoever can push to a registry can move a tag.";

    public override string Allowed => "a digest, with or without a tag";

    public override string Fix => "add the digest after the tag: registry/name:v1.2.3@sha256:…";

    public override string Guide => "1. Use Specific Image Tags";

    public override IReadOnlyList<string> OtherIds => ["checkov:CKV_K8S_43", "kubescape:C-0306"];

    protected override void Check(ImageUse use, ImageReference image, Inspection inspection)
    {
        // Without a version RMP2002 has said more already.
        if (!image.IsPinnedByDigest && image.NamesVersion)
        {
            inspection.Broken(use.Workload.Object, use.Path, $"image {use.Quoted} of {use} has no digest, so its tag may mean another image tomorrow", use.Image.Shown);
        }
    }
}

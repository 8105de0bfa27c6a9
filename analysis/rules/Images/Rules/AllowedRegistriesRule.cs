using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2005: images come from the registries that are allowed, where somebody says which.</summary>
internal sealed class AllowedRegistriesRule() : ImageRule("RMP2005", "allowed-registries", DiagnosticSeverity.Error)
{
    public override string Summary => "Every image comes from a registry or repository that is trusted, compared by whole segments of its full name.";

    public override string Allowed => "an image below one of the allowed registries";

    public override string Fix => "copy the image to an allowed registry, or allow its own";

    public override string Guide => "Image Policy Enforcement";

    public override IReadOnlyList<string> OtherIds => ["kubescape:C-0001", "kubescape:C-0078", "trivy:KSV-0125"];

    protected override bool IsAsked(Inspection inspection) => inspection.Options.AllowedRegistries.Count > 0;

    protected override void Check(ImageUse use, ImageReference image, Inspection inspection)
    {
        IReadOnlyList<ImagePrefix> allowed = inspection.Options.AllowedRegistries;
        for (int i = 0; i < allowed.Count; i++)
        {
            if (allowed[i].Covers(image))
            {
                return;
            }
        }

        string where = use.Image.IsSecret || use.NamesRegistry ? "" : $" ({image.Repository})";
        inspection.Broken(
            use.Workload.Object,
            use.Path,
            $"image {use.Quoted}{where} of {use} is from none of the allowed registries",
            use.Image.Shown,
            "an image below " + string.Join(", ", allowed));
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2006: images name their registry.</summary>
internal sealed class NamedRegistryRule() : ImageRule("RMP2006", "named-registry", DiagnosticSeverity.Info)
{
    public override string Summary => "Every image names its registry, so that policies which compare texts and nodes with mirrors mean the same one.";

    public override string Allowed => "a reference that starts with a registry, e.g. docker.io/";

    public override string Fix => "write the registry before the name";

    public override string Guide => "Image Policy Enforcement";

    protected override void Check(ImageUse use, ImageReference image, Inspection inspection)
    {
        if (!use.NamesRegistry)
        {
            string meant = use.Image.IsSecret ? "its name on Docker Hub" : $"'{image}'";
            inspection.Broken(use.Workload.Object, use.Path, $"image {use.Quoted} of {use} names no registry; {meant} is meant", use.Image.Shown);
        }
    }
}

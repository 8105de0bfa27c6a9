using System.Text;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Images.Advisories;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2031: published images of SpiceDB are of a release without known flaws.</summary>
internal sealed class SpiceDbAdvisoriesRule() : ImageRule("RMP2031", "spicedb-advisories", DiagnosticSeverity.Warning)
{
    public override string Summary => "Every SpiceDB is of a release against which no advisory is known to this tool, and which was not withdrawn.";

    public override string Allowed => $"{SpiceDbAdvisories.All[^1].Fixed} or later";

    public override string Fix => "take a newer release, after reading its notes on migrations";

    public override string Guide => "2. Scan Images for Vulnerabilities";

    protected override void Check(ImageUse use, ImageReference image, Inspection inspection)
    {
        if (!SpiceDbAdvisories.IsPublished(image) || !SpiceDbVersion.TryParse(image.Tag, out SpiceDbVersion version))
        {
            return;
        }

        StringBuilder? problems = null;
        if (SpiceDbAdvisories.IsWithdrawn(version, out SpiceDbVersion instead))
        {
            problems = new StringBuilder($"was withdrawn in favour of {instead}");
        }

        bool isFirst = true;
        foreach (SpiceDbAdvisory advisory in SpiceDbAdvisories.All)
        {
            if (advisory.Affects(version))
            {
                problems ??= new StringBuilder();
                problems.Append(!isFirst ? ", " : problems.Length > 0 ? " and has known flaws: " : "has known flaws: ")
                    .Append(advisory.Id).Append(" (").Append(advisory.Effect).Append("; fixed in ").Append(advisory.Fixed).Append(')');
                isFirst = false;
            }
        }

        if (problems is not null)
        {
            string release = use.Image.IsSecret ? "the release" : version.ToString();
            inspection.Broken(use.Workload.Object, use.Path, $"{release} of SpiceDB in {use} {problems}", use.Image.Shown);
        }
    }
}

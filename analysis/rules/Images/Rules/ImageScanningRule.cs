using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Images.Verification;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2041: something among the objects shows that images are scanned.</summary>
/// <remarks>Said once for all objects: a pipeline may scan images without leaving a trace in the cluster.</remarks>
internal sealed class ImageScanningRule() : Rule("RMP2041", "image-scanning", RuleCategory.Images, DiagnosticSeverity.Info)
{
    public override bool NeedsOtherObjects => true;

    public override string Summary => "The report of a scanner, or a policy that asks for one, shows that images are scanned for known flaws.";

    public override string Allowed => "a report of a scanner, or a policy that asks for a signed vulnerability report";

    public override string Fix => "run a scanner in the cluster, or ask for vulnerability attestations in a policy; waive this where a pipeline scans";

    public override string Guide => "2. Scan Images for Vulnerabilities";

    public override ChecklistPoint? Point => ChecklistPoint.ImageScanning;

    internal override void Check(Inspection inspection)
    {
        ObjectSet objects = inspection.Objects;
        if (objects.Workloads.Count == 0 || HasReport(objects) || IsAskedForReport(inspection))
        {
            return;
        }

        inspection.Broken(objects.Workloads[0].Object, "", "nothing in these objects shows that images are scanned for known flaws");
    }

    private static bool HasReport(ObjectSet objects) =>
        objects.OfKind("aquasecurity.github.io", "VulnerabilityReport").Count > 0
        || objects.OfKind("aquasecurity.github.io", "ClusterVulnerabilityReport").Count > 0
        || objects.OfKind("spdx.softwarecomposition.kubescape.io", "VulnerabilityManifest").Count > 0
        || objects.OfKind("spdx.softwarecomposition.kubescape.io", "VulnerabilityManifestSummary").Count > 0;

    private static bool IsAskedForReport(Inspection inspection)
    {
        foreach (ImageClaim claim in ImageClaims.Of(inspection).All)
        {
            if (!claim.RequiresScan)
            {
                continue;
            }

            foreach (ImageUse use in ImageUses.Of(inspection).All)
            {
                if (use.Reference is null || claim.Covers(use) != Flag.False)
                {
                    return true;
                }
            }
        }

        return false;
    }
}

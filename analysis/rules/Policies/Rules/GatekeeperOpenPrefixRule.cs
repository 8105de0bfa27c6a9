using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6206: image prefixes of Gatekeeper end at a border of the name.</summary>
internal sealed class GatekeeperOpenPrefixRule()
    : Rule("RMP6206", "gatekeeper-open-prefix", RuleCategory.Policies, DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A prefix of images ends with a slash; one that ends in the middle of a name lets in names that anybody may register.";

    public override string Allowed => "prefixes that end with a slash";

    public override string Fix => "end the prefix with a slash";

    public override string Guide => "OPA Gatekeeper Example";

    public override IReadOnlyList<string> OtherIds => ["trivy:KSV-0124"];

    internal override void Check(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind("templates.gatekeeper.sh", "ConstraintTemplate"))
        {
            _ = item.Spec["targets"].TryGetItems(out FieldItems targets);
            for (int i = 0; i < targets.Count; i++)
            {
                RegoText.VisitTarget(string.Create(CultureInfo.InvariantCulture, $"spec.targets[{i}]"), targets[i], (path, code) =>
                {
                    foreach (string prefix in RegoText.ImagePrefixes(code.Text))
                    {
                        CheckPrefix(item, path, prefix, code.IsSecret ? Field.Secret : prefix, inspection);
                    }
                });
            }
        }

        // The library's template compares the images with each of these by prefix.
        foreach (KubernetesObject item in inspection.Objects.OfKind("constraints.gatekeeper.sh", "K8sAllowedRepos"))
        {
            _ = item.Spec["parameters"]["repos"].TryGetItems(out FieldItems repositories);
            for (int i = 0; i < repositories.Count; i++)
            {
                CheckPrefix(
                    item, string.Create(CultureInfo.InvariantCulture, $"spec.parameters.repos[{i}]"), repositories[i].Text, repositories[i].Shown, inspection);
            }
        }
    }

    private static void CheckPrefix(KubernetesObject item, string path, string prefix, string shown, Inspection inspection)
    {
        if (ImagePattern.IsOpenPrefix(prefix))
        {
            inspection.Broken(item, path, $"the prefix '{shown}' lets images in whose names go on differently", shown);
        }
    }
}

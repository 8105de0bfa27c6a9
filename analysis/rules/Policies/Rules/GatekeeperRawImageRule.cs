using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6205: constraint templates compare images with a registry.</summary>
internal sealed class GatekeeperRawImageRule()
    : ObjectRule("RMP6205", "gatekeeper-raw-image", RuleCategory.Policies, DiagnosticSeverity.Warning, "templates.gatekeeper.sh", "ConstraintTemplate")
{
    public override string Summary => "Rego sees the image as the pod writes it; a prefix without a registry refuses the same image written in full.";

    public override string Allowed => "prefixes with a registry, as parameters";

    public override string Fix => "write images with their registry and compare them with it, e.g. docker.io/authzed/";

    public override string Guide => "OPA Gatekeeper Example";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        _ = item.Spec["targets"].TryGetItems(out FieldItems targets);
        for (int i = 0; i < targets.Count; i++)
        {
            RegoText.VisitTarget(string.Create(CultureInfo.InvariantCulture, $"spec.targets[{i}]"), targets[i], (path, code) =>
            {
                List<string> prefixes = RegoText.ImagePrefixes(code.Text);
                foreach (string prefix in prefixes)
                {
                    if (ImagePattern.NamesNoRegistry(prefix) && !prefixes.Contains(ImagePattern.OtherForm(prefix) ?? ""))
                    {
                        string shown = code.IsSecret ? Field.Secret : prefix;
                        inspection.Broken(item, path, $"the prefix '{shown}' names no registry and refuses the same image as docker.io/{shown}", shown);
                    }
                }
            });
        }
    }
}

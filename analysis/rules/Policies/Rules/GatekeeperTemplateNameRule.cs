using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6203: constraint templates are named after their kind.</summary>
internal sealed class GatekeeperTemplateNameRule()
    : ObjectRule("RMP6203", "gatekeeper-template-name", RuleCategory.Policies, DiagnosticSeverity.Error, "templates.gatekeeper.sh", "ConstraintTemplate")
{
    public override string Summary => "The name of a ConstraintTemplate is the kind that it defines in lower case; Gatekeeper refuses any other.";

    public override string Allowed => "the kind in lower case";

    public override string Fix => "rename the template, or the kind";

    public override string Guide => "OPA Gatekeeper Example";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field kind = item.Spec["crd"]["spec"]["names"]["kind"];
        if (kind.Text.Length > 0 && item.Name.Length > 0 && !string.Equals(item.Name, kind.Text.ToLowerInvariant(), StringComparison.Ordinal))
        {
            string shown = item.Metadata["name"].Shown;
            inspection.Broken(item, "metadata.name", $"the name '{shown}' is not the kind '{kind.Shown}' in lower case", shown);
        }
    }
}

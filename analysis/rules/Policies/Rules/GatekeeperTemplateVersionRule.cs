using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6201: constraint templates are of version v1.</summary>
internal sealed class GatekeeperTemplateVersionRule()
    : ObjectRule("RMP6201", "gatekeeper-template-version", RuleCategory.Policies, DiagnosticSeverity.Info, "templates.gatekeeper.sh", "ConstraintTemplate")
{
    public override string Summary => "A ConstraintTemplate is of templates.gatekeeper.sh/v1, which checks the schema of its parameters.";

    public override string Allowed => "templates.gatekeeper.sh/v1";

    public override string Fix => "set apiVersion to templates.gatekeeper.sh/v1 and give parameters a schema with types";

    public override string Guide => "OPA Gatekeeper Example";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (item.ApiVersion != "templates.gatekeeper.sh/v1")
        {
            inspection.Broken(item, "apiVersion", $"{item} is not of version v1", item.ApiVersion);
        }
    }
}

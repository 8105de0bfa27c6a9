using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6208: constraints keep out what breaks them.</summary>
internal sealed class GatekeeperDryRunRule()
    : Rule("RMP6208", "gatekeeper-dry-run", RuleCategory.Policies, DiagnosticSeverity.Info)
{
    public override string Summary => "A constraint denies what breaks it; with dryrun or warn it only says so.";

    public override string Allowed => "enforcementAction deny or unset";

    public override string Fix => "set enforcementAction to deny when the audit is clean";

    public override string Guide => "OPA Gatekeeper Example";

    internal override void Check(Inspection inspection)
    {
        IReadOnlyList<KubernetesObject> objects = inspection.Objects.Objects;
        for (int i = 0; i < objects.Count; i++)
        {
            KubernetesObject item = objects[i];
            if (item.Group == "constraints.gatekeeper.sh" && item.Spec["enforcementAction"] is var action && action.Text is "dryrun" or "warn")
            {
                inspection.Broken(item, "spec.enforcementAction", $"{item} only reports what breaks it", action.Shown);
            }
        }
    }
}

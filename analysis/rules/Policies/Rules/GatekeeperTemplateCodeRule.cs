using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6202: constraint templates have code.</summary>
internal sealed class GatekeeperTemplateCodeRule()
    : ObjectRule("RMP6202", "gatekeeper-template-without-code", RuleCategory.Policies, DiagnosticSeverity.Error, "templates.gatekeeper.sh", "ConstraintTemplate")
{
    public override string Summary => "Each target of a ConstraintTemplate has code; Gatekeeper refuses one that has none.";

    public override string Allowed => "rego or code at each target";

    public override string Fix => "add code with the engine Rego or K8sNativeValidation";

    public override string Guide => "OPA Gatekeeper Example";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (!item.Spec["targets"].TryGetItems(out FieldItems targets))
        {
            inspection.Unknown(item, "spec.targets");
            return;
        }

        if (targets.Count == 0)
        {
            inspection.Broken(item, "spec.targets", $"{item} has no target");
        }

        for (int i = 0; i < targets.Count; i++)
        {
            if (targets[i]["rego"].TryGetText(out string rego)
                && rego.Length == 0
                && targets[i]["code"].TryGetItems(out FieldItems code)
                && code.Count == 0)
            {
                string path = PathPool.Item("spec", "targets", i);
                inspection.Broken(item, path, $"target '{targets[i]["target"].Shown}' of {item} has no code");
            }
        }
    }
}

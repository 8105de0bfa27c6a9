using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6204: constraint templates look at all containers.</summary>
internal sealed class GatekeeperContainersOnlyRule()
    : ObjectRule("RMP6204", "gatekeeper-containers-only", RuleCategory.Policies, DiagnosticSeverity.Error, "templates.gatekeeper.sh", "ConstraintTemplate")
{
    public override string Summary =>
        "Code about images or security contexts looks at init and ephemeral containers too; otherwise they may do what it forbids.";

    public override string Allowed => "containers, initContainers and ephemeralContainers";

    public override string Fix => "repeat the violation for initContainers and ephemeralContainers";

    public override string Guide => "OPA Gatekeeper Example";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        _ = item.Spec["targets"].TryGetItems(out FieldItems targets);
        for (int i = 0; i < targets.Count; i++)
        {
            PolicyText text = default;
            string path = string.Create(CultureInfo.InvariantCulture, $"spec.targets[{i}]"), first = "";
            RegoText.VisitTarget(path, targets[i], (at, code) =>
            {
                text = text.With(code.Text);
                first = first.Length == 0 ? at : first;
            });
            if (text.LetsContainersEscape)
            {
                inspection.Broken(item, first, $"{item} looks at containers but not at {text.Unread}");
            }
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4022: Deployments replace their pods one after the other, and say so.</summary>
internal sealed class RolloutStrategyRule()
    : ObjectRule("RMP4022", "rollout-strategy", RuleCategory.Availability, DiagnosticSeverity.Info, "apps", "Deployment")
{
    public override string Summary => "A Deployment names the strategy RollingUpdate, so that old pods answer until new ones do.";

    public override string Allowed => "strategy.type RollingUpdate";

    public override string Fix => "set strategy.type to RollingUpdate, with maxSurge 1 and maxUnavailable 0";

    public override IReadOnlyList<string> OtherIds =>
        ["kube-linter:no-rolling-update-strategy", "kube-score:deployment-strategy", "kubescape:C-0305"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field type = item.Spec["strategy"]["type"];
        if (!type.TryGetText(out string text))
        {
            inspection.Unknown(item, "spec.strategy.type");
        }
        else if (type.IsUnset)
        {
            inspection.Broken(item, "spec.strategy.type", $"{item} does not name its rollout strategy");
        }
        else if (text == "Recreate")
        {
            inspection.Broken(item, "spec.strategy.type", $"a rollout of {item} takes all pods away before a new one starts", type.Shown);
        }
    }
}

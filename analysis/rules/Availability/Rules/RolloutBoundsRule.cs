using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4023: rolling updates name how many pods they add and take away.</summary>
internal sealed class RolloutBoundsRule()
    : ObjectRule("RMP4023", "rollout-bounds", RuleCategory.Availability, DiagnosticSeverity.Info, "apps", "Deployment")
{
    public override string Summary =>
        "A rolling update names maxSurge and maxUnavailable; a quarter of the pods, the default, is more than quota and budget may bear.";

    public override string Allowed => "maxSurge and maxUnavailable set";

    public override string Fix => "set maxSurge to 1 and maxUnavailable to 0";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field strategy = item.Spec["strategy"];
        if (strategy["type"].Text == "RollingUpdate")
        {
            CheckField(item, strategy["rollingUpdate"]["maxSurge"], "maxSurge", inspection);
            CheckField(item, strategy["rollingUpdate"]["maxUnavailable"], "maxUnavailable", inspection);
        }
    }

    private static void CheckField(KubernetesObject item, Field field, string name, Inspection inspection)
    {
        if (field.IsUnset)
        {
            inspection.Broken(item, $"spec.strategy.rollingUpdate.{name}", $"{name} is not set, which means 25%");
        }
    }
}

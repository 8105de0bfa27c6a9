using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4066: a priority class says something.</summary>
internal sealed class PriorityClassZeroRule()
    : ObjectRule("RMP4066", "priority-class-zero", RuleCategory.Availability, DiagnosticSeverity.Info, "scheduling.k8s.io", "PriorityClass")
{
    public override string Summary => "A priority class has a value; 0 is what pods without a class have.";

    public override string Allowed => "a value other than 0";

    public override string Fix => "set value, e.g. to 1000000";

    public override string Guide => "Priority Classes";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (item["value"].TryGetInteger(out double value) && value == 0)
        {
            inspection.Broken(item, "value", $"{item} has the value of pods without a class", item["value"].Shown);
        }
    }
}

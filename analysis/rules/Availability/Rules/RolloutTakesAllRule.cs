using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4024: rolling updates leave pods running.</summary>
internal sealed class RolloutTakesAllRule()
    : WorkloadRule("RMP4024", "rollout-takes-all-pods", RuleCategory.Availability, DiagnosticSeverity.Warning)
{
    public override string Summary => "A rolling update leaves at least one of several pods running, or it is an outage.";

    public override string Allowed => "maxUnavailable below the lowest scale";

    public override string Fix => "set maxUnavailable to 0 and maxSurge to 1";

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (Rollout.Of(workload.Object) is { IsRolling: true, MaxUnavailable: { } unavailable }
            && PodScale.Of(workload, inspection).Lowest is >= 2 and int pods
            && unavailable.OfRoundedDown(pods) >= pods)
        {
            inspection.Broken(
                workload.Object,
                "spec.strategy.rollingUpdate.maxUnavailable",
                string.Create(CultureInfo.InvariantCulture, $"a rollout may take all {pods} pods of {workload.Object} away at once"),
                $"{unavailable}");
        }
    }
}

using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4038: containers have time to stop after they slept.</summary>
internal sealed class PreStopLeavesNoTimeRule()
    : ContainerRule("RMP4038", "pre-stop-leaves-no-time", RuleCategory.Availability, DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A container has time left to stop after the sleep before it; otherwise it is killed in the middle of its work.";

    public override string Allowed => "a sleep shorter than terminationGracePeriodSeconds";

    public override string Fix => "raise terminationGracePeriodSeconds, or sleep for a shorter time";

    protected override void Check(Container container, Inspection inspection)
    {
        if (container["lifecycle"].IsUnset
            || PreStop.Read(container, out double seconds, out bool isCommand) != Flag.True
            || !PreStop.TryGetGrace(container.Workload, out double grace))
        {
            return;
        }

        if (seconds == grace || (isCommand && seconds > grace))
        {
            inspection.Broken(
                container.Workload.Object,
                PreStop.PathOf(container, isCommand),
                string.Create(CultureInfo.InvariantCulture, $"{container} sleeps {seconds} of the {grace} seconds that it has to stop"),
                seconds.ToString(CultureInfo.InvariantCulture));
        }
    }
}

using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4037: containers do not sleep longer than the pod may take to stop.</summary>
internal sealed class PreStopRejectedRule()
    : ContainerRule("RMP4037", "pre-stop-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
{
    public override string Summary =>
        "The sleep before a container stops is not longer than the time that the pod has; the API server rejects a longer one.";

    public override string Allowed => "preStop.sleep.seconds of at most terminationGracePeriodSeconds";

    public override string Fix => "raise terminationGracePeriodSeconds, or sleep for a shorter time";

    protected override void Check(Container container, Inspection inspection)
    {
        if (container["lifecycle"].IsUnset)
        {
            return;
        }

        Flag sleep = PreStop.Read(container, out double seconds, out bool isCommand);
        bool hasGrace = PreStop.TryGetGrace(container.Workload, out double grace);
        if (sleep == Flag.Unknown || (sleep == Flag.True && !isCommand && !hasGrace))
        {
            inspection.Unknown(
                container.Workload.Object,
                sleep == Flag.Unknown ? PreStop.PathOf(container, isCommand) : $"{container.Workload.SpecPath}.terminationGracePeriodSeconds");
        }
        else if (sleep == Flag.True && !isCommand && (seconds > grace || seconds < 0))
        {
            inspection.Broken(
                container.Workload.Object,
                PreStop.PathOf(container, isCommand),
                string.Create(CultureInfo.InvariantCulture, $"{container} sleeps {seconds} seconds before it stops, and the pod has {grace}"),
                seconds.ToString(CultureInfo.InvariantCulture));
        }
    }
}

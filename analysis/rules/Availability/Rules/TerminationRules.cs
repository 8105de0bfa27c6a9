using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>The rules about how containers end.</summary>
internal static class TerminationRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ContainerRule("RMP4037", "pre-stop-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary =
                "The sleep before a container stops is not longer than the time that the pod has; the API server rejects a longer one.",
            Allowed = "preStop.sleep.seconds of at most terminationGracePeriodSeconds",
            Fix = "raise terminationGracePeriodSeconds, or sleep for a shorter time",
            Check = CheckPreStopRejected,
        },
        new ContainerRule("RMP4038", "pre-stop-leaves-no-time", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary =
                "A container has time left to stop after the sleep before it; otherwise it is killed in the middle of its work.",
            Allowed = "a sleep shorter than terminationGracePeriodSeconds",
            Fix = "raise terminationGracePeriodSeconds, or sleep for a shorter time",
            Check = CheckPreStopLeavesNoTime,
        },
        new WorkloadRule("RMP4039", "pre-stop-missing", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary =
                "A container behind a Service waits a few seconds before it stops, since requests still come until all nodes know that it goes.",
            Allowed = "lifecycle.preStop set",
            Fix = "set lifecycle.preStop.sleep.seconds to 5",
            Check = CheckPreStopMissing,
        },
        new ContainerRule("RMP4040", "termination-message-policy", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary =
                "When a container ends with an error, the end of its log is kept in the pod's status, where everybody looks first.",
            Allowed = "terminationMessagePolicy FallbackToLogsOnError",
            Fix = "set terminationMessagePolicy to FallbackToLogsOnError",
            Check = CheckTerminationMessagePolicy,
        },
    ];

    private static void CheckPreStopRejected(Container container, Inspection inspection)
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

    private static void CheckPreStopLeavesNoTime(Container container, Inspection inspection)
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

    private static void CheckPreStopMissing(Workload workload, Inspection inspection)
    {
        if (workload.RunsToCompletion || !ServiceMap.Of(inspection.Facts).IsServed(workload))
        {
            return;
        }

        for (int i = 0; i < workload.Containers.Count; i++)
        {
            Container container = workload.Containers[i];
            if (container.Kind != ContainerKind.Normal || !container["ports"].TryGetItems(out FieldItems ports) || ports.Count == 0)
            {
                continue;
            }

            Field preStop = container["lifecycle"]["preStop"];
            string path = PathPool.Field(container.Path, "lifecycle.preStop");
            if (preStop.Presence == Flag.Unknown)
            {
                inspection.Unknown(workload.Object, path);
            }
            else if (Probes.CountHandlers(preStop, out _, out _) == 0 && preStop["sleep"]["seconds"].TryGetInteger(out double seconds) && seconds == 0)
            {
                inspection.Broken(workload.Object, path, $"{container} stops at once, while a Service still sends requests to it");
            }
        }
    }

    private static void CheckTerminationMessagePolicy(Container container, Inspection inspection)
    {
        if (container.Kind == ContainerKind.Ephemeral)
        {
            return;
        }

        Field policy = container["terminationMessagePolicy"];
        if (!policy.TryGetText(out string text))
        {
            inspection.Unknown(container.Workload.Object, $"{container.Path}.terminationMessagePolicy");
        }
        else if (text != "FallbackToLogsOnError")
        {
            inspection.Broken(
                container.Workload.Object,
                $"{container.Path}.terminationMessagePolicy",
                $"{container} leaves no word in the pod's status when it fails",
                policy.Shown);
        }
    }
}

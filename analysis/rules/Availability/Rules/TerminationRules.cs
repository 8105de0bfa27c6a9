using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>The rules about how containers stop.</summary>
internal static class TerminationRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ContainerRule("RMP4037", "pre-stop-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary = "The sleep in a preStop hook is no longer than the pod's grace period; the API server rejects a longer one.",
            Allowed = "preStop.sleep.seconds of at most terminationGracePeriodSeconds",
            Fix = "raise terminationGracePeriodSeconds, or sleep for a shorter time",
            Example = new(
                """
                terminationGracePeriodSeconds: 30
                containers:
                - name: app
                  lifecycle: {preStop: {sleep: {seconds: 60}}}
                """,
                """
                terminationGracePeriodSeconds: 30
                containers:
                - name: app
                  lifecycle: {preStop: {sleep: {seconds: 5}}}
                """),
            Check = static (container, inspection) =>
            {
                if (container["lifecycle"].IsUnset)
                {
                    return;
                }

                Flag sleep = PreStop.Read(container, out double seconds, out bool isCommand);
                if (sleep == Flag.Unknown)
                {
                    SleepOf(container, isCommand, inspection).ReportUnknown();
                }
                else if (sleep == Flag.True && !isCommand)
                {
                    if (!PreStop.TryGetGrace(container.Workload, out double grace))
                    {
                        inspection.At(container.Workload)["terminationGracePeriodSeconds"].ReportUnknown();
                    }
                    else if (seconds > grace || seconds < 0)
                    {
                        SleepOf(container, isCommand, inspection).Report(
                            $"{container} sleeps {seconds} seconds before it stops, and the pod's grace period is {grace}", Show(seconds));
                    }
                }
            },
        },
        new ContainerRule("RMP4038", "pre-stop-leaves-no-time", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "A container has time left to stop after its preStop hook has slept; otherwise it is killed in the middle of its work.",
            Allowed = "a sleep shorter than terminationGracePeriodSeconds",
            Fix = "raise terminationGracePeriodSeconds, or sleep for a shorter time",
            Example = new(
                """
                terminationGracePeriodSeconds: 30
                containers:
                - name: app
                  lifecycle: {preStop: {sleep: {seconds: 30}}}
                """,
                """
                terminationGracePeriodSeconds: 30
                containers:
                - name: app
                  lifecycle: {preStop: {sleep: {seconds: 5}}}
                """),
            Check = static (container, inspection) =>
            {
                if (!container["lifecycle"].IsUnset
                    && PreStop.Read(container, out double seconds, out bool isCommand) == Flag.True
                    && PreStop.TryGetGrace(container.Workload, out double grace)
                    && (seconds == grace || (isCommand && seconds > grace)))
                {
                    SleepOf(container, isCommand, inspection).Report($"{container} sleeps {seconds} of the {grace} seconds that it has to stop", Show(seconds));
                }
            },
        },
        new WorkloadRule("RMP4039", "pre-stop-missing", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "A container behind a Service waits a few seconds before it stops, since requests still arrive until all nodes know that it is stopping.",
            Allowed = "lifecycle.preStop set",
            Fix = "set lifecycle.preStop.sleep.seconds to 5",
            Example = new(
                """
                containers: [{name: app, ports: [{containerPort: 8080}]}]
                ---
                kind: Service
                metadata: {name: app, namespace: shop}
                spec: {selector: {app: app}, ports: [{port: 8080}]}
                """,
                """
                containers: [{name: app, ports: [{containerPort: 8080}], lifecycle: {preStop: {sleep: {seconds: 5}}}}]
                ---
                kind: Service
                metadata: {name: app, namespace: shop}
                spec: {selector: {app: app}, ports: [{port: 8080}]}
                """,
                "Each pod takes that much longer to stop."),
            Check = static (workload, inspection) =>
            {
                if (workload.RunsToCompletion || !ServiceMap.Of(inspection.Facts).IsServed(workload))
                {
                    return;
                }

                foreach (Container container in workload.Containers)
                {
                    if (container.Kind == ContainerKind.Normal && container["ports"].TryGetItems(out FieldItems ports) && ports.Count > 0)
                    {
                        FieldAt preStop = inspection.At(container)["lifecycle"]["preStop"];
                        if (preStop.Presence == Flag.Unknown)
                        {
                            preStop.ReportUnknown();
                        }
                        else if (Probes.CountHandlers(preStop.Field, out _) == 0
                            && preStop["sleep"]["seconds"].Field.TryGetInteger(out double seconds) && seconds == 0)
                        {
                            preStop.Report($"{container} stops at once, while a Service still sends requests to it");
                        }
                    }
                }
            },
        },
        new ContainerRule("RMP4040", "termination-message-policy", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "When a container fails, the end of its log is kept in the pod's status, where people look first.",
            Allowed = "terminationMessagePolicy FallbackToLogsOnError",
            Fix = "set terminationMessagePolicy to FallbackToLogsOnError",
            Example = new(
                """
                containers:
                - name: app
                """,
                """
                containers:
                - name: app
                  terminationMessagePolicy: FallbackToLogsOnError
                """,
                "The last lines of the log become readable in the pod's status, with whatever they contain."),
            Check = static (container, inspection) =>
            {
                if (container.Kind != ContainerKind.Ephemeral)
                {
                    inspection.At(container)["terminationMessagePolicy"].ReportIf(
                        Is.NotText("FallbackToLogsOnError"), $"{container} leaves no message in the pod's status when it fails");
                }
            },
        },
    ];

    private static FieldAt SleepOf(Container container, bool isCommand, Inspection inspection)
    {
        FieldAt preStop = inspection.At(container)["lifecycle"]["preStop"];
        return isCommand ? preStop["exec"]["command"] : preStop["sleep"]["seconds"];
    }

    private static string Show(double seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}

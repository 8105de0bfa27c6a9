using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>The rules about probes.</summary>
internal static class ProbeRules
{
    private const int HighestPort = 65535;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new ContainerRule("RMP4031", "liveness-probe-missing", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "Every long-running container has a liveness probe, so that it is restarted when it hangs.",
            Allowed = "livenessProbe set",
            Fix = "set livenessProbe to a cheap request that fails only when the program hangs",
            OtherIds =
            [
                "checkov:CKV_K8S_8", "kube-linter:no-liveness-probe", "kube-score:pod-probes", "kubescape:C-0056", "polaris:livenessProbeMissing",
            ],
            Example = new(
                """
                containers:
                - name: app
                """,
                """
                containers:
                - name: app
                  livenessProbe: {httpGet: {path: /live, port: 8080}}
                """,
                "A probe that is too strict restarts pods under load, all of them at the same time."),
            Check = static (container, inspection) =>
            {
                if (container.IsLongRunning && !container.Workload.RunsToCompletion)
                {
                    inspection.At(container)["livenessProbe"].ReportIf(Is.NoObject, $"{container} has no liveness probe");
                }
            },
        },
        new ContainerRule("RMP4032", "readiness-probe-missing", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "Every long-running container has a readiness probe, so that requests and rollouts wait until it can respond.",
            Allowed = "readinessProbe set",
            Fix = "set readinessProbe to a request that succeeds only when the program can do its work",
            OtherIds =
            [
                "checkov:CKV_K8S_9", "kube-linter:no-readiness-probe", "kube-score:pod-probes", "kubescape:C-0018", "polaris:readinessProbeMissing",
            ],
            Example = new(
                """
                containers:
                - name: app
                """,
                """
                containers:
                - name: app
                  readinessProbe: {httpGet: {path: /ready, port: 8080}}
                """,
                "Pods whose probe fails get no requests: a probe that checks a dependency disables all of them at once."),
            Check = static (container, inspection) =>
            {
                if (container.IsLongRunning && !container.Workload.RunsToCompletion)
                {
                    inspection.At(container)["readinessProbe"].ReportIf(Is.NoObject, $"{container} has no readiness probe");
                }
            },
        },
        new ContainerRule("RMP4033", "probes-identical", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "Liveness and readiness probes check different things, so that a pod whose dependency is down gets no requests but is not killed.",
            Allowed = "different requests, or gRPC",
            Fix = "let the liveness probe check only whether the program hangs",
            OtherIds = ["kube-score:pod-probes-identical"],
            Example = new(
                """
                containers:
                - name: app
                  livenessProbe: {httpGet: {path: /health, port: 8080}}
                  readinessProbe: {httpGet: {path: /health, port: 8080}}
                """,
                """
                containers:
                - name: app
                  livenessProbe: {httpGet: {path: /live, port: 8080}}
                  readinessProbe: {httpGet: {path: /ready, port: 8080}}
                """),
            Check = static (container, inspection) =>
            {
                Field liveness = container["livenessProbe"], readiness = container["readinessProbe"];
                if (Probes.CountHandlers(liveness, out string handler) == 1
                    && Probes.CountHandlers(readiness, out string other) == 1
                    && handler == other
                    && handler != "grpc"
                    && !liveness[handler].Value.ContainsUnknowns
                    && liveness[handler].Value == readiness[handler].Value)
                {
                    inspection.At(container)["livenessProbe"][handler].Report($"{container} has the same {handler} as liveness and as readiness probe");
                }
            },
        },
        new ContainerRule("RMP4034", "probe-port-undeclared", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "Probes use a port that a container declares; a probe of another port is usually left over from before the port changed.",
            Allowed = "a port in the ports of the pod's containers",
            Fix = "declare the port, or correct the probe",
            OtherIds = ["kube-linter:liveness-port", "kube-linter:readiness-port", "kube-linter:startup-port"],
            Example = new(
                """
                containers:
                - name: app
                  ports: [{containerPort: 8080}]
                  livenessProbe: {httpGet: {path: /live, port: 9090}}
                """,
                """
                containers:
                - name: app
                  ports: [{containerPort: 8080}]
                  livenessProbe: {httpGet: {path: /live, port: 8080}}
                """),
            Check = static (container, inspection) =>
            {
                foreach (string probe in Probes.Names)
                {
                    if (TryGetPort(container, probe, inspection, out FieldAt port) && port.Field.Value.Kind == PropertyKind.Number)
                    {
                        // The containers of a pod share their ports.
                        Flag declared = container.Workload.Ports.Declares(port.Field);
                        if (declared == Flag.Unknown)
                        {
                            port.ReportUnknown("cannot be compared: the ports of a container are not known yet");
                        }
                        else if (declared == Flag.False)
                        {
                            port.Report($"{probe} of {container} uses port {port.Shown}, which no container declares");
                        }
                    }
                }
            },
        },
        new ContainerRule("RMP4035", "probe-port-unknown", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary = "A probe that uses a port by name uses one of its own container; otherwise it always fails and the pod never becomes ready.",
            Allowed = "the name of a port of the same container",
            Fix = "add the name to the container's ports, or correct the probe",
            OtherIds = ["kube-linter:liveness-port", "kube-linter:readiness-port", "kube-linter:startup-port"],
            Example = new(
                """
                containers:
                - name: app
                  ports: [{name: http, containerPort: 8080}]
                  livenessProbe: {httpGet: {path: /live, port: web}}
                """,
                """
                containers:
                - name: app
                  ports: [{name: http, containerPort: 8080}]
                  livenessProbe: {httpGet: {path: /live, port: http}}
                """),
            Check = static (container, inspection) =>
            {
                foreach (string probe in Probes.Names)
                {
                    if (TryGetPort(container, probe, inspection, out FieldAt port) && port.Text.Length > 0 && !IsNumber(port.Text))
                    {
                        CheckName(container, probe, port);
                    }
                }
            },
        },
        new ContainerRule("RMP4036", "probe-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary =
                "A probe has exactly one handler and a port from 1 to 65535, and only long-running containers have probes; the API server rejects "
                + "anything else.",
            Allowed = "one of exec, grpc, httpGet and tcpSocket, in containers and sidecars; successThreshold 1 for liveness and startup",
            Fix = "give the probe one handler with a valid port",
            Example = new(
                """
                containers:
                - name: app
                  livenessProbe: {httpGet: {port: 8080}, tcpSocket: {port: 8080}}
                """,
                """
                containers:
                - name: app
                  livenessProbe: {httpGet: {port: 8080}}
                """),
            Check = static (container, inspection) =>
            {
                foreach (string probe in Probes.Names)
                {
                    if (container[probe].Presence == Flag.True)
                    {
                        CheckProbe(container, inspection.At(container)[probe]);
                    }
                }
            },
        },
    ];

    private static bool TryGetPort(Container container, string probe, Inspection inspection, out FieldAt port)
    {
        port = default;
        if (container[probe].Presence != Flag.True || Probes.CountHandlers(container[probe], out string handler) != 1 || handler == "exec")
        {
            return false;
        }

        port = inspection.At(container)[probe][handler]["port"];
        return true;
    }

    private static void CheckName(Container container, string probe, FieldAt port)
    {
        bool isKnown = container["ports"].TryGetItems(out FieldItems items);
        foreach (Field item in items)
        {
            isKnown &= item["name"].TryGetText(out string candidate);
            if (candidate == port.Text)
            {
                return;
            }
        }

        if (isKnown)
        {
            port.Report($"{probe} of {container} uses the port '{port.Shown}', which the container does not have");
        }
        else
        {
            port.ReportUnknown("cannot be compared: the ports of the container are not known yet");
        }
    }

    private static bool IsNumber(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static void CheckProbe(Container container, FieldAt probe)
    {
        if (!container.IsLongRunning)
        {
            probe.Report($"{container} has a {probe.Name}, which only long-running containers may have");
            return;
        }

        int handlers = Probes.CountHandlers(probe.Field, out string handler);
        if (handlers != 1)
        {
            probe.Report($"{probe.Name} of {container} has {(handlers == 0 ? "no handler" : "more than one handler")}");
        }
        else if (handler != "exec" && IsRejected(probe.Field[handler]["port"], handler))
        {
            probe[handler]["port"].Report($"{probe.Name} of {container} has no valid port");
        }

        FieldAt threshold = probe["successThreshold"];
        if (probe.Name != "readinessProbe" && threshold.Field.TryGetInteger(out double successes) && successes is not (0 or 1))
        {
            threshold.Report($"successThreshold of the {probe.Name} of {container} is not 1");
        }
    }

    private static bool IsRejected(Field port, string handler) => port.Value.Kind switch
    {
        PropertyKind.Null => true,
        PropertyKind.Number => !port.TryGetInteger(out double number) || number is < 1 or > HighestPort,
        PropertyKind.String => handler == "grpc" || IsNumber(port.Text),
        _ => false,
    };
}

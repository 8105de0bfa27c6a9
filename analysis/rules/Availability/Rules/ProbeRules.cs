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
            Summary = "Every container that keeps running has a liveness probe, so that one that hangs is started anew.",
            Allowed = "livenessProbe set",
            Fix = "set livenessProbe to a cheap request that fails only when the program hangs",
            OtherIds =
            [
                "checkov:CKV_K8S_8",
                "kube-linter:no-liveness-probe",
                "kube-score:pod-probes",
                "kubescape:C-0056",
                "polaris:livenessProbeMissing",
            ],
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
            Summary =
                "Every container that keeps running has a readiness probe, so that requests and rollouts wait until it can answer.",
            Allowed = "readinessProbe set",
            Fix = "set readinessProbe to a request that succeeds only when the program can do its work",
            OtherIds =
            [
                "checkov:CKV_K8S_9",
                "kube-linter:no-readiness-probe",
                "kube-score:pod-probes",
                "kubescape:C-0018",
                "polaris:readinessProbeMissing",
            ],
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
            Summary =
                "Liveness and readiness probes ask different things, so that a pod whose dependency is away is left out and not killed.",
            Allowed = "different requests, or gRPC",
            Fix = "let the liveness probe ask only whether the program hangs",
            OtherIds = ["kube-score:pod-probes-identical"],
            Check = CheckProbesIdentical,
        },
        new ContainerRule("RMP4034", "probe-port-undeclared", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "Probes ask a port that a container declares; any other is most often a port that has moved.",
            Allowed = "a port in the ports of the pod's containers",
            Fix = "declare the port, or correct the probe",
            OtherIds = ["kube-linter:liveness-port", "kube-linter:readiness-port", "kube-linter:startup-port"],
            Check = static (container, inspection) =>
            {
                foreach (string probe in Probes.Names)
                {
                    if (!container[probe].IsUnset
                        && Probes.TryGetPort(container, probe, out Field port, out string handler)
                        && port.Value.Kind == PropertyKind.Number)
                    {
                        CheckPort(container, probe, port, handler, inspection);
                    }
                }
            },
        },
        new ContainerRule("RMP4035", "probe-port-unknown", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary =
                "A probe that names a port names one of its container's; otherwise it always fails and the pod never becomes ready.",
            Allowed = "the name of a port of the same container",
            Fix = "name the port in the container's ports, or correct the probe",
            OtherIds = ["kube-linter:liveness-port", "kube-linter:readiness-port", "kube-linter:startup-port"],
            Check = static (container, inspection) =>
            {
                foreach (string probe in Probes.Names)
                {
                    if (!container[probe].IsUnset
                        && Probes.TryGetPort(container, probe, out Field port, out string handler)
                        && port.Text is { Length: > 0 } name
                        && !ProbeRules.IsNumber(name))
                    {
                        CheckName(container, probe, name, port, handler, inspection);
                    }
                }
            },
        },
        new ContainerRule("RMP4036", "probe-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary =
                "A probe has exactly one way to ask and a port from 1 to 65535, and only containers that keep running have one; the API "
                + "server rejects all else.",
            Allowed =
                "one of exec, grpc, httpGet and tcpSocket at containers and sidecars; successThreshold 1 for liveness and startup",
            Fix = "give the probe one handler with a valid port",
            Check = static (container, inspection) =>
            {
                foreach (string probe in Probes.Names)
                {
                    if (container[probe].Presence == Flag.True)
                    {
                        CheckProbe(container, probe, inspection);
                    }
                }
            },
        },
    ];

    private static void CheckProbesIdentical(Container container, Inspection inspection)
    {
        Field liveness = container["livenessProbe"], readiness = container["readinessProbe"];
        if (liveness.Presence != Flag.True
            || readiness.Presence != Flag.True
            || Probes.CountHandlers(liveness, out string name, out Field first) != 1
            || Probes.CountHandlers(readiness, out string otherName, out Field second) != 1
            || name != otherName
            || name == "grpc"
            || first.Value.ContainsUnknowns
            || second.Value.ContainsUnknowns)
        {
            return;
        }

        if (first.Value == second.Value)
        {
            inspection.Broken(
                container.Workload.Object, $"{container.Path}.livenessProbe.{name}", $"{container} has the same {name} as liveness and as readiness probe");
        }
    }

    // The containers of a pod share their ports.
    private static void CheckPort(Container container, string probe, Field port, string handler, Inspection inspection)
    {
        Flag declared = container.Workload.Ports.Declares(port);
        if (declared == Flag.Unknown)
        {
            inspection.Unknown(
                container.Workload.Object, Probes.PathOfPort(container, probe, handler), "cannot be compared: the ports of a container are not known yet");
        }
        else if (declared == Flag.False)
        {
            inspection.Broken(
                container.Workload.Object,
                Probes.PathOfPort(container, probe, handler),
                $"{probe} of {container} asks port {port.Shown}, which no container declares",
                port.Shown);
        }
    }

    private static void CheckName(Container container, string probe, string name, Field port, string handler, Inspection inspection)
    {
        bool isKnown = container["ports"].TryGetItems(out FieldItems items);
        foreach (Field item in items)
        {
            isKnown &= item["name"].TryGetText(out string candidate);
            if (candidate == name)
            {
                return;
            }
        }

        string path = Probes.PathOfPort(container, probe, handler);
        if (isKnown)
        {
            inspection.Broken(
                container.Workload.Object, path, $"{probe} of {container} asks the port '{port.Shown}', which the container does not have", port.Shown);
        }
        else
        {
            inspection.Unknown(container.Workload.Object, path, "cannot be compared: the ports of the container are not known yet");
        }
    }

    public static bool IsNumber(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static void CheckProbe(Container container, string probe, Inspection inspection)
    {
        KubernetesObject item = container.Workload.Object;
        if (!container.IsLongRunning)
        {
            inspection.Broken(item, $"{container.Path}.{probe}", $"{container} has a {probe}, which only a container that keeps running may have");
            return;
        }

        int handlers = Probes.CountHandlers(container[probe], out string name, out _);
        if (handlers != 1)
        {
            inspection.Broken(item, $"{container.Path}.{probe}", $"{probe} of {container} has {(handlers == 0 ? "no handler" : "more than one handler")}");
        }
        else if (Probes.TryGetPort(container, probe, out Field port, out _) && IsRejected(port, name))
        {
            inspection.Broken(item, Probes.PathOfPort(container, probe, name), $"{probe} of {container} asks no valid port", port.Shown);
        }

        Field threshold = container[probe]["successThreshold"];
        if (probe != "readinessProbe" && threshold.TryGetInteger(out double successes) && successes is not (0 or 1))
        {
            inspection.Broken(item, $"{container.Path}.{probe}.successThreshold", $"successThreshold of the {probe} of {container} is not 1", threshold.Shown);
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

using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Probes and lifecycle handlers must not make the kubelet send requests to other hosts.</summary>
/// <remarks>
/// Fields: <c>httpGet.host</c> and <c>tcpSocket.host</c> of <c>livenessProbe</c>, <c>readinessProbe</c>, <c>startupProbe</c>,
/// <c>lifecycle.postStart</c> and <c>lifecycle.preStop</c> of each container. Allowed: unset, empty; even <c>127.0.0.1</c> is not.
/// Since 1.34. Containers are listed in the order of their names, each name once.
/// </remarks>
internal static class HostProbesAndHostLifecycleCheck
{
    public static PodSecurityCheck Create() => new(
        "RMP1006",
        "hostProbesAndHostLifecycle",
        PodSecurityLevel.Baseline,
        new PodSecurityCheckVersion(
            PolicyVersion.V1(34),
            CheckV1_34,
            new("spec.containers[*].livenessProbe.httpGet.host", PropertyKind.String),
            new("spec.containers[*].livenessProbe.tcpSocket.host", PropertyKind.String),
            new("spec.containers[*].readinessProbe.httpGet.host", PropertyKind.String),
            new("spec.containers[*].readinessProbe.tcpSocket.host", PropertyKind.String),
            new("spec.containers[*].startupProbe.httpGet.host", PropertyKind.String),
            new("spec.containers[*].startupProbe.tcpSocket.host", PropertyKind.String),
            new("spec.containers[*].lifecycle.postStart.httpGet.host", PropertyKind.String),
            new("spec.containers[*].lifecycle.postStart.tcpSocket.host", PropertyKind.String),
            new("spec.containers[*].lifecycle.preStop.httpGet.host", PropertyKind.String),
            new("spec.containers[*].lifecycle.preStop.tcpSocket.host", PropertyKind.String)));

    private static CheckResult CheckV1_34(in PodView pod)
    {
        Search search = default;
        foreach (Field container in pod.Containers)
        {
            search.Handler(container, container["livenessProbe"]);
            search.Handler(container, container["readinessProbe"]);
            search.Handler(container, container["startupProbe"]);
            Field lifecycle = container["lifecycle"];
            search.Handler(container, lifecycle["postStart"]);
            search.Handler(container, lifecycle["preStop"]);
        }

        return search.Result;
    }

    private struct Search
    {
        private ValueSet _containers;
        private ValueSet _hosts;
        private bool _isUnknown;

        public readonly CheckResult Result
        {
            get
            {
                if (_containers.Count == 0)
                {
                    return CheckResult.AllowUnlessUnknown(_isUnknown);
                }

                bool isOne = _containers.Count == 1;
                return CheckResult.Forbid(
                    "probe or lifecycle host",
                    $"{(isOne ? "container" : "containers")} {_containers.Quoted} {(isOne ? "uses" : "use")} probe or lifecycle "
                        + $"{(_hosts.Count == 1 ? "host" : "hosts")} {_hosts.Quoted}");
            }
        }

        public void Handler(Field container, Field handler)
        {
            Host(container, handler["httpGet"]["host"]);
            Host(container, handler["tcpSocket"]["host"]);
        }

        private void Host(Field container, Field host)
        {
            if (!host.TryGetText(out string name))
            {
                _isUnknown = true;
            }
            else if (name.Length > 0)
            {
                _containers.Add(container["name"].Shown);
                _hosts.Add(host.Shown);
            }
        }
    }
}

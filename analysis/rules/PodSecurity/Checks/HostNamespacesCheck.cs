using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Pods must not share the node's network, process or IPC namespace.</summary>
/// <remarks>
/// Fields: <c>spec.hostNetwork</c>, <c>spec.hostPID</c>, <c>spec.hostIPC</c>. Allowed: unset, <c>false</c>.
/// </remarks>
internal static class HostNamespacesCheck
{
    public static PodSecurityCheck Create() => new(
        "RMP1003",
        "hostNamespaces",
        PodSecurityLevel.Baseline,
        new PodSecurityCheckVersion(
            PolicyVersion.V1(0),
            CheckV1_0,
            new("spec.hostNetwork", PropertyKind.Boolean),
            new("spec.hostPID", PropertyKind.Boolean),
            new("spec.hostIPC", PropertyKind.Boolean)));

    private static CheckResult CheckV1_0(in PodView pod)
    {
        Flag network = pod.Spec["hostNetwork"].Flag, processes = pod.Spec["hostPID"].Flag, ipc = pod.Spec["hostIPC"].Flag;
        if (network != Flag.True && processes != Flag.True && ipc != Flag.True)
        {
            return CheckResult.AllowUnlessUnknown(network == Flag.Unknown || processes == Flag.Unknown || ipc == Flag.Unknown);
        }

        List<string> shared = [];
        if (network == Flag.True)
        {
            shared.Add("hostNetwork=true");
        }

        if (processes == Flag.True)
        {
            shared.Add("hostPID=true");
        }

        if (ipc == Flag.True)
        {
            shared.Add("hostIPC=true");
        }

        return CheckResult.Forbid("host namespaces", string.Join(", ", shared));
    }
}

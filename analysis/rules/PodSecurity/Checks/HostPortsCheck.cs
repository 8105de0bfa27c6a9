using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Containers must not take ports of the node.</summary>
/// <remarks>Field: <c>spec.containers[*].ports[*].hostPort</c>. Allowed: unset, 0. Ports are listed in the order of their digits.</remarks>
internal static class HostPortsCheck
{
    public static PodSecurityCheck Create() => new(
        "RMP1005",
        "hostPorts",
        PodSecurityLevel.Baseline,
        new PodSecurityCheckVersion(
            PolicyVersion.V1(0), CheckV1_0, new CheckedField("spec.containers[*].ports[*].hostPort", PropertyKind.Number)));

    private static CheckResult CheckV1_0(in PodView pod)
    {
        Offenders containers = default;
        ValueSet ports = default;
        bool isUnknown = false;
        foreach (Field container in pod.Containers)
        {
            bool isBad = false;
            isUnknown |= !container["ports"].TryGetItems(out FieldItems items);
            foreach (Field item in items)
            {
                Field port = item["hostPort"];
                if (!port.TryGetInteger(out double number))
                {
                    isUnknown = true;
                }
                else if (number != 0)
                {
                    isBad = true;
                    ports.Add(port.Shown);
                }
            }

            if (isBad)
            {
                containers.Add(container);
            }
        }

        return containers.Any
            ? CheckResult.Forbid(
                "hostPort",
                $"{containers.Containers} {containers.Use} {(ports.Count == 1 ? "hostPort" : "hostPorts")} {ports.Joined}")
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }
}

using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4034: probes ask declared ports.</summary>
internal sealed class ProbePortUndeclaredRule()
    : ContainerRule("RMP4034", "probe-port-undeclared", RuleCategory.Availability, DiagnosticSeverity.Warning)
{
    public override string Summary => "Probes ask a port that a container declares; any other is most often a port that has moved.";

    public override string Allowed => "a port in the ports of the pod's containers";

    public override string Fix => "declare the port, or correct the probe";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:liveness-port", "kube-linter:readiness-port", "kube-linter:startup-port"];

    protected override void Check(Container container, Inspection inspection)
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
}

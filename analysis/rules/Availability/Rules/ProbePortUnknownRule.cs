using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4035: probes name ports that the container has.</summary>
internal sealed class ProbePortUnknownRule()
    : ContainerRule("RMP4035", "probe-port-unknown", RuleCategory.Availability, DiagnosticSeverity.Error)
{
    public override string Summary =>
        "A probe that names a port names one of its container's; otherwise it always fails and the pod never becomes ready.";

    public override string Allowed => "the name of a port of the same container";

    public override string Fix => "name the port in the container's ports, or correct the probe";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:liveness-port", "kube-linter:readiness-port", "kube-linter:startup-port"];

    protected override void Check(Container container, Inspection inspection)
    {
        foreach (string probe in Probes.Names)
        {
            if (!container[probe].IsUnset
                && Probes.TryGetPort(container, probe, out Field port, out string handler)
                && port.Text is { Length: > 0 } name
                && !ProbeRejectedRule.IsNumber(name))
            {
                CheckName(container, probe, name, port, handler, inspection);
            }
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
}

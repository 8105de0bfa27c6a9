using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4036: probes are ones that the API server takes.</summary>
internal sealed class ProbeRejectedRule()
    : ContainerRule("RMP4036", "probe-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
{
    public override string Summary =>
        "A probe has exactly one way to ask and a port from 1 to 65535, and only containers that keep running have one; the API "
        + "server rejects all else.";

    public override string Allowed =>
        "one of exec, grpc, httpGet and tcpSocket at containers and sidecars; successThreshold 1 for liveness and startup";

    public override string Fix => "give the probe one handler with a valid port";

    private const int HighestPort = 65535;

    public static bool IsNumber(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    protected override void Check(Container container, Inspection inspection)
    {
        foreach (string probe in Probes.Names)
        {
            if (container[probe].Presence == Flag.True)
            {
                CheckProbe(container, probe, inspection);
            }
        }
    }

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

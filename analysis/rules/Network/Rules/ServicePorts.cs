using System.Collections.Concurrent;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The ports of Services, and where they lead; those of each Service are sorted once.</summary>
internal sealed class ServicePorts
{
    private readonly ConcurrentDictionary<KubernetesObject, DeclaredPorts> _byService = [];

    private ServicePorts()
    {
    }

    /// <summary>The ports of a Service.</summary>
    public static DeclaredPorts Of(Inspection inspection, KubernetesObject service) =>
        inspection.Facts.Get(static _ => new ServicePorts())._byService.GetOrAdd(service, static service =>
        {
            DeclaredPorts ports = new();
            ports.Add(service.Spec["ports"], "port");
            return ports;
        });

    /// <summary>The port of the pods that a port of a Service leads to: <c>targetPort</c>, or <c>port</c> where there is none.</summary>
    public static FieldAt TargetOf(FieldAt port) => port[port["targetPort"].IsUnset ? "port" : "targetPort"];

    /// <summary>Whether a Service leads to pods that its selector names.</summary>
    public static bool Selects(KubernetesObject service) =>
        service.Spec["type"].Text != "ExternalName"
        && !(service.Spec["selector"].TryGetProperties(out ReadOnlySpan<Protocol.Values.Property> labels) && labels.Length == 0);
}

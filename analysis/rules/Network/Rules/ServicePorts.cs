using System.Collections.Concurrent;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The ports of Services; those of each one are sorted once.</summary>
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
}

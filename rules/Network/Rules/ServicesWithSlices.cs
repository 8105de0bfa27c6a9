using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The Services that EndpointSlices name.</summary>
internal sealed class ServicesWithSlices
{
    private readonly HashSet<(string Namespace, string Name)> _services = [];

    public ServicesWithSlices(ObjectSet objects)
    {
        foreach (KubernetesObject slice in objects.OfKind("discovery.k8s.io", "EndpointSlice"))
        {
            _services.Add((slice.Place, slice.Metadata["labels"]["kubernetes.io/service-name"].Text));
        }
    }

    /// <summary>Whether an EndpointSlice of its namespace is of a Service.</summary>
    public bool Has(KubernetesObject service) => _services.Contains((service.Place, service.Name));
}

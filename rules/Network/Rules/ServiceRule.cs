using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>A rule about a Service and the workloads that it selects.</summary>
internal abstract class ServiceRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Identity, severity)
{
    internal sealed override void Check(Inspection inspection)
    {
        IReadOnlyList<KubernetesObject> services = inspection.Objects.OfKind("", "Service");
        if (services.Count == 0)
        {
            return;
        }

        Dictionary<string, List<Workload>> byPlace = WorkloadPlaces.Group(inspection.Objects);
        NetworkPolicies policies = new(inspection.Objects);
        foreach (KubernetesObject service in services)
        {
            if (ServicePort.Selects(service) && byPlace.TryGetValue(service.Namespace, out List<Workload>? candidates))
            {
                List<Workload> selected = ServicePort.Selected(service, candidates, out bool mayBeMore);
                Check(service, new ServiceTargets(selected, mayBeMore, policies), inspection);
            }
        }
    }

    /// <summary>Looks at a Service with a selector in a namespace that has workloads.</summary>
    protected abstract void Check(KubernetesObject service, in ServiceTargets targets, Inspection inspection);
}

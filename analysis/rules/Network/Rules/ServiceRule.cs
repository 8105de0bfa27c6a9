using Rampart.Rules.Diagnostics;
using Rampart.Rules.Facts;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>A rule about a Service and the workloads that it selects.</summary>
internal sealed class ServiceRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Identity, severity)
{
    /// <summary>Looks at a Service with a selector in a namespace that has workloads.</summary>
    public required Action<KubernetesObject, ServiceTargets, Inspection> Check { get; init; }

    internal override void Run(Inspection inspection)
    {
        IReadOnlyList<KubernetesObject> services = inspection.Objects.OfKind("", "Service");
        if (services.Count == 0)
        {
            return;
        }

        PodIndex pods = PodIndex.Of(inspection.Facts);
        foreach (KubernetesObject service in services)
        {
            if (ServicePorts.Selects(service) && pods.In(service.Place).Count > 0)
            {
                Check(service, ServiceTargets.Of(inspection, service), inspection);
            }
        }
    }
}

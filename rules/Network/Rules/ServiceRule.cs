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

        PodIndex pods = PodIndex.Of(inspection);
        foreach (KubernetesObject service in services)
        {
            if (ServicePort.Selects(service) && pods.In(service.Place).Count > 0)
            {
                Check(service, ServiceTargets.Of(inspection, service), inspection);
            }
        }
    }

    /// <summary>Looks at a Service with a selector in a namespace that has workloads.</summary>
    protected abstract void Check(KubernetesObject service, ServiceTargets targets, Inspection inspection);
}

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
        NetworkPolicies policies = NetworkPolicies.Of(inspection);
        List<PodChoice> choices = [];
        foreach (KubernetesObject service in services)
        {
            if (ServicePort.Selects(service) && pods.In(service.Namespace).Count > 0)
            {
                choices.Clear();
                pods.Choose(service, service.Spec["selector"], isPlain: true, choices);
                Check(service, ServiceTargets.Of(choices, policies), inspection);
            }
        }
    }

    /// <summary>Looks at a Service with a selector in a namespace that has workloads.</summary>
    protected abstract void Check(KubernetesObject service, in ServiceTargets targets, Inspection inspection);
}

using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5212: what a Service offers, policies let through.</summary>
internal sealed class ServiceIngressRule()
    : ServiceRule("RMP5212", "service-ingress", DiagnosticSeverity.Warning)
{
    public override string Summary => "A policy lets somebody reach each port that a Service offers, where ingress is denied by default: otherwise clients time out.";

    public override string Allowed => "an ingress rule for the port";

    public override string Fix => "allow ingress to the port from those who use it, or remove it from the Service";

    protected override void Check(KubernetesObject service, in ServiceTargets targets, Inspection inspection)
    {
        NetworkPolicies policies = targets.Policies;
        service.Spec["ports"].TryGetItems(out FieldItems ports);
        for (int i = 0; i < ports.Count && !policies.HasOthers; i++)
        {
            Field port = ports[i], target = ServicePort.Target(port);
            foreach (Workload workload in targets.Selected)
            {
                if (NetworkPolicies.Guard(workload)
                    && policies.Isolates(workload, PolicyDirection.Ingress) == Flag.True
                    && !IsReachable(policies, workload, target, port["protocol"]))
                {
                    inspection.Broken(
                        service,
                        string.Create(CultureInfo.InvariantCulture, $"spec.ports[{i}]"),
                        $"no policy lets anybody reach port '{target.Shown}' of {workload.Object.Kind} '{workload.Object.Name}'",
                        target.Shown);
                    break;
                }
            }
        }
    }

    private static bool IsReachable(NetworkPolicies policies, Workload workload, Field target, Field protocol)
    {
        Flag found = ServicePort.Find(workload, target, out Field declared);
        bool isNumber = target.TryGetInteger(out double number) && !target.IsUnset;
        if (found == Flag.True)
        {
            if (!declared["containerPort"].TryGetInteger(out number) || !declared["name"].TryGetText(out _))
            {
                return true;
            }
        }
        else if (!isNumber || found == Flag.Unknown)
        {
            // A name that no container has is another rule's.
            return true;
        }

        string name = declared["name"].Text;
        string transport = protocol.IsUnset ? "TCP" : protocol.Text;
        return policies.MayAllow(workload, PolicyDirection.Ingress, rule => PolicyRule.AllowsPort(rule, number, transport, name));
    }
}

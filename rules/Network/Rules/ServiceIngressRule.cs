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

    protected override void Check(KubernetesObject service, ServiceTargets targets, Inspection inspection)
    {
        NetworkPolicies policies = NetworkPolicies.Of(inspection);
        service.Spec["ports"].TryGetItems(out FieldItems ports);
        for (int i = 0; i < ports.Count && !policies.HasOthers; i++)
        {
            Field target = ServicePort.Target(ports[i]), protocol = ports[i]["protocol"];
            if (targets.FindUnreachable(target, protocol, workload => IsReachable(policies, workload, target, protocol)) is { } workload)
            {
                inspection.Broken(
                    service,
                    string.Create(CultureInfo.InvariantCulture, $"spec.ports[{i}]"),
                    $"no policy lets anybody reach port '{target.Shown}' of {workload.Object.Kind} '{workload.Object.Name}'",
                    target.Shown);
            }
        }
    }

    private static bool IsReachable(NetworkPolicies policies, Workload workload, Field target, Field protocol)
    {
        Flag found = workload.Ports.Find(target, out Field declared);
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
        return policies.MayAllow(workload, PolicyDirection.Ingress, new Port(number, transport, name), static (rule, port) => PolicyRule.AllowsPort(rule, port.Number, port.Protocol, port.Name));
    }

    private sealed record Port(double Number, string Protocol, string Name);
}

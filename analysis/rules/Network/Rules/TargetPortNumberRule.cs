using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5306: services lead to ports that containers declare.</summary>
internal sealed class TargetPortNumberRule()
    : ServiceRule("RMP5306", "target-port-number", DiagnosticSeverity.Info)
{
    public override string Summary => "A port that a Service leads to is declared by a container that it selects; where others are, a missing one is often a typing error.";

    public override string Allowed => "a containerPort of a container";

    public override string Fix => "correct targetPort, or declare the port at the container";

    protected override void Check(KubernetesObject service, ServiceTargets targets, Inspection inspection)
    {
        if (targets.MayBeMore || inspection.Objects.MayHoldMoreWorkloads(service.Place) || !targets.Selected.Exists(DeclaresPorts))
        {
            return;
        }

        service.Spec["ports"].TryGetItems(out FieldItems ports);
        for (int i = 0; i < ports.Count; i++)
        {
            Field target = ServicePort.Target(ports[i]);
            if (target.TryGetInteger(out double number) && number > 0
                && targets.Declares(target) == Flag.False)
            {
                inspection.Broken(
                    service,
                    string.Create(CultureInfo.InvariantCulture, $"spec.ports[{i}].{(ports[i]["targetPort"].IsUnset ? "port" : "targetPort")}"),
                    $"no container that Service '{service.Name}' selects declares port {target.Shown}",
                    target.Shown);
            }
        }
    }

    private static bool DeclaresPorts(Workload workload)
    {
        foreach (Container container in workload.Containers)
        {
            if (container["ports"].TryGetItems(out FieldItems ports) && ports.Count > 0)
            {
                return true;
            }
        }

        return false;
    }
}

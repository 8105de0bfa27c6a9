using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5305: services name ports that containers have.</summary>
internal sealed class TargetPortNameRule()
    : ServiceRule("RMP5305", "target-port-name", DiagnosticSeverity.Error)
{
    public override string Summary => "A port that a Service names is one of a container that it selects: for another name it has no endpoint and refuses connections.";

    public override string Allowed => "the name of a port of a container";

    public override string Fix => "correct targetPort, or name the container's port";

    protected override void Check(KubernetesObject service, ServiceTargets targets, Inspection inspection)
    {
        if (targets.Selected.Count == 0 || targets.MayBeMore || inspection.Objects.MayHoldMoreWorkloads(service.Place))
        {
            return;
        }

        service.Spec["ports"].TryGetItems(out FieldItems ports);
        for (int i = 0; i < ports.Count; i++)
        {
            Field target = ports[i]["targetPort"];
            if (target.Text.Length == 0)
            {
                continue;
            }

            Flag found = targets.Declares(target);
            string path = string.Create(CultureInfo.InvariantCulture, $"spec.ports[{i}].targetPort");
            if (found == Flag.Unknown)
            {
                inspection.Unknown(service, path, "cannot be compared with ports that are not known yet");
            }
            else if (found == Flag.False)
            {
                inspection.Broken(service, path, $"no container that Service '{service.Name}' selects has a port named '{target.Shown}'", target.Shown);
            }
        }
    }
}

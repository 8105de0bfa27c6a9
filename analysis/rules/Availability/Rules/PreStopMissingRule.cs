using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4039: containers behind a Service wait before they stop.</summary>
internal sealed class PreStopMissingRule()
    : WorkloadRule("RMP4039", "pre-stop-missing", RuleCategory.Availability, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "A container behind a Service waits a few seconds before it stops, since requests still come until all nodes know that it goes.";

    public override string Allowed => "lifecycle.preStop set";

    public override string Fix => "set lifecycle.preStop.sleep.seconds to 5";

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (workload.RunsToCompletion || !ServiceMap.Of(inspection).IsServed(workload))
        {
            return;
        }

        for (int i = 0; i < workload.Containers.Count; i++)
        {
            Container container = workload.Containers[i];
            if (container.Kind != ContainerKind.Normal || !container["ports"].TryGetItems(out FieldItems ports) || ports.Count == 0)
            {
                continue;
            }

            Field preStop = container["lifecycle"]["preStop"];
            string path = PathPool.Field(container.Path, "lifecycle.preStop");
            if (preStop.Presence == Flag.Unknown)
            {
                inspection.Unknown(workload.Object, path);
            }
            else if (Probes.CountHandlers(preStop, out _, out _) == 0 && preStop["sleep"]["seconds"].TryGetInteger(out double seconds) && seconds == 0)
            {
                inspection.Broken(workload.Object, path, $"{container} stops at once, while a Service still sends requests to it");
            }
        }
    }
}

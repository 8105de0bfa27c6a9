using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4033: liveness and readiness ask different things.</summary>
internal sealed class ProbesIdenticalRule()
    : ContainerRule("RMP4033", "probes-identical", RuleCategory.Availability, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "Liveness and readiness probes ask different things, so that a pod whose dependency is away is left out and not killed.";

    public override string Allowed => "different requests, or gRPC";

    public override string Fix => "let the liveness probe ask only whether the program hangs";

    public override IReadOnlyList<string> OtherIds => ["kube-score:pod-probes-identical"];

    protected override void Check(Container container, Inspection inspection)
    {
        Field liveness = container["livenessProbe"], readiness = container["readinessProbe"];
        if (liveness.Presence != Flag.True
            || readiness.Presence != Flag.True
            || Probes.CountHandlers(liveness, out string name, out Field first) != 1
            || Probes.CountHandlers(readiness, out string otherName, out Field second) != 1
            || name != otherName
            || name == "grpc"
            || first.Value.ContainsUnknowns
            || second.Value.ContainsUnknowns)
        {
            return;
        }

        if (first.Value == second.Value)
        {
            inspection.Broken(
                container.Workload.Object, $"{container.Path}.livenessProbe.{name}", $"{container} has the same {name} as liveness and as readiness probe");
        }
    }
}

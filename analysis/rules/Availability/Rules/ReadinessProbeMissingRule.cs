using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4032: lasting containers have a readiness probe.</summary>
internal sealed class ReadinessProbeMissingRule()
    : ContainerRule("RMP4032", "readiness-probe-missing", RuleCategory.Availability, DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "Every container that keeps running has a readiness probe, so that requests and rollouts wait until it can answer.";

    public override string Allowed => "readinessProbe set";

    public override string Fix => "set readinessProbe to a request that succeeds only when the program can do its work";

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_9",
        "kube-linter:no-readiness-probe",
        "kube-score:pod-probes",
        "kubescape:C-0018",
        "polaris:readinessProbeMissing",
    ];

    protected override void Check(Container container, Inspection inspection)
    {
        if (!container.IsLongRunning || container.Workload.RunsToCompletion)
        {
            return;
        }

        switch (container["readinessProbe"].Presence)
        {
            case Flag.Unknown:
                inspection.Unknown(container.Workload.Object, $"{container.Path}.readinessProbe");
                break;
            case Flag.Unset:
                inspection.Broken(container.Workload.Object, $"{container.Path}.readinessProbe", $"{container} has no readiness probe");
                break;
        }
    }
}

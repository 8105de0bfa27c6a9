using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4031: lasting containers have a liveness probe.</summary>
internal sealed class LivenessProbeMissingRule()
    : ContainerRule("RMP4031", "liveness-probe-missing", RuleCategory.Availability, DiagnosticSeverity.Warning)
{
    public override string Summary => "Every container that keeps running has a liveness probe, so that one that hangs is started anew.";

    public override string Allowed => "livenessProbe set";

    public override string Fix => "set livenessProbe to a cheap request that fails only when the program hangs";

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_8",
        "kube-linter:no-liveness-probe",
        "kube-score:pod-probes",
        "kubescape:C-0056",
        "polaris:livenessProbeMissing",
    ];

    protected override void Check(Container container, Inspection inspection)
    {
        if (!container.IsLongRunning || container.Workload.RunsToCompletion)
        {
            return;
        }

        switch (container["livenessProbe"].Presence)
        {
            case Flag.Unknown:
                inspection.Unknown(container.Workload.Object, $"{container.Path}.livenessProbe");
                break;
            case Flag.Unset:
                inspection.Broken(container.Workload.Object, $"{container.Path}.livenessProbe", $"{container} has no liveness probe");
                break;
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5304: services select pods.</summary>
internal sealed class IdleServiceRule()
    : ServiceRule("RMP5304", "service-selects-pods", DiagnosticSeverity.Warning)
{
    public override string Summary => "A Service selects pods of its namespace: one that selects none refuses every connection.";

    public override string Allowed => "a selector that matches a workload";

    public override string Fix => "correct the selector, or the labels of the pods";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:dangling-service", "kube-score:service-targets-pod", "kubescape:C-0293"];

    protected override void Check(KubernetesObject service, ServiceTargets targets, Inspection inspection)
    {
        if (targets.Selected.Count > 0)
        {
            return;
        }

        if (targets.MayBeMore)
        {
            inspection.Unknown(service, "spec.selector", "cannot be compared with labels that are not known yet");
        }
        else if (inspection.Objects.MayHoldMoreWorkloads(service.Place))
        {
            inspection.UnknownNamespace(service, "spec.selector");
        }
        else
        {
            inspection.Broken(service, "spec.selector", $"Service '{service.Name}' selects no workload of its namespace in these objects");
        }
    }
}

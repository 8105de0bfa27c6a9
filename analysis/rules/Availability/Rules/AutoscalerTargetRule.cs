using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4014: autoscalers scale something that is there.</summary>
internal sealed class AutoscalerTargetRule()
    : ObjectRule("RMP4014", "autoscaler-target", RuleCategory.Availability, DiagnosticSeverity.Warning, "autoscaling", "HorizontalPodAutoscaler")
{
    public override string Summary => "The target of an autoscaler exists; one with a wrong name scales nothing, and nobody notices.";

    public override string Allowed => "kind, name and apiVersion of a workload in the same namespace";

    public override string Fix => "correct scaleTargetRef";

    public override IReadOnlyList<string> OtherIds =>
    [
        "kube-linter:dangling-horizontalpodautoscaler",
        "kube-score:horizontalpodautoscaler-has-target",
        "kubescape:C-0300",
    ];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field target = item.Spec["scaleTargetRef"];
        string kind = target["kind"].Text, name = target["name"].Text;
        if (name.Length == 0 || kind is not ("Deployment" or "StatefulSet" or "ReplicaSet"))
        {
            return;
        }

        // Others of its kind beside it show that the objects are told together; otherwise it may be anywhere.
        if (inspection.Objects.OfKind("apps", kind, item.Place).Count > 0 && AutoscalerMap.FindTarget(inspection.Objects, item) is null)
        {
            if (inspection.Objects.MayHoldMore("apps", kind, item.Place))
            {
                inspection.UnknownNamespace(item, "spec.scaleTargetRef");
                return;
            }

            string shown = target["name"].Shown;
            inspection.Broken(
                item,
                "spec.scaleTargetRef",
                $"{kind} '{shown}' in apiVersion '{target["apiVersion"].Shown}' is not among the objects of the namespace",
                shown);
        }
    }
}

using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>The rules about autoscalers.</summary>
internal static class AutoscalerRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP4013", "replicas-and-autoscaler", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "A workload with an autoscaler does not set replicas; otherwise every apply resets the scale.",
            Allowed = "replicas unset beside a HorizontalPodAutoscaler",
            Fix = "remove replicas",
            OtherIds = ["kube-score:deployment-targeted-by-hpa-does-not-have-replicas-configured"],
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: HorizontalPodAutoscaler
                metadata: {name: app, namespace: shop}
                spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
                """,
                """
                kind: Deployment
                metadata: {name: app, namespace: shop}
                spec: {template: {spec: {containers: [{name: app}]}}}
                ---
                kind: HorizontalPodAutoscaler
                metadata: {name: app, namespace: shop}
                spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
                """,
                "The first apply without replicas scales to 1, unless another field manager owns the field by then."),
            Check = static (workload, inspection) =>
            {
                KubernetesObject item = workload.Object;

                // What comes from the API server has replicas in any case.
                if (workload.HasScale && !item.Spec["replicas"].IsUnset && item.Metadata["uid"].IsUnset
                    && AutoscalerMap.Of(inspection.Facts).Find(item) is { } autoscaler)
                {
                    FieldAt replicas = inspection.At(item)["spec"]["replicas"];
                    replicas.Report($"{item} sets replicas although {autoscaler} scales it, so every apply resets the scale", replicas.Shown);
                }
            },
        },
        new ObjectRule("RMP4014", "autoscaler-target", RuleCategory.Availability, DiagnosticSeverity.Warning, "autoscaling", "HorizontalPodAutoscaler")
        {
            Summary = "The target of an autoscaler exists; an autoscaler with a wrong name scales nothing, and nobody notices.",
            Allowed = "kind, name and apiVersion of a workload in the same namespace",
            Fix = "correct scaleTargetRef",
            OtherIds = ["kube-linter:dangling-horizontalpodautoscaler", "kube-score:horizontalpodautoscaler-has-target", "kubescape:C-0300"],
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: HorizontalPodAutoscaler
                metadata: {name: app, namespace: shop}
                spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: application}}
                """,
                """
                containers: [{name: app}]
                ---
                kind: HorizontalPodAutoscaler
                metadata: {name: app, namespace: shop}
                spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
                """),
            Check = static (item, inspection) =>
            {
                FieldAt target = inspection.At(item)["spec"]["scaleTargetRef"];
                string kind = target["kind"].Text;

                // Others of its kind beside it show that the objects are declared together; otherwise the target may be anywhere.
                if (target["name"].Text.Length == 0 || kind is not ("Deployment" or "StatefulSet" or "ReplicaSet")
                    || inspection.Objects.OfKind("apps", kind, item.Place).Count == 0 || AutoscalerMap.FindTarget(inspection.Objects, item) is not null)
                {
                    return;
                }

                target.ReportMissing(
                    inspection.Objects.MayHoldMore("apps", kind, item.Place),
                    $"{kind} '{target["name"].Shown}' in apiVersion '{target["apiVersion"].Shown}' is not among the objects of the namespace",
                    target["name"].Shown);
            },
        },
        new ObjectRule("RMP4015", "autoscaler-rejected", RuleCategory.Availability, DiagnosticSeverity.Error, "autoscaling", "HorizontalPodAutoscaler")
        {
            Summary = "An autoscaler's maxReplicas is at least 1 and not below minReplicas; the API server rejects anything else.",
            Allowed = "maxReplicas of at least 1 and of at least minReplicas",
            Fix = "set maxReplicas to more than minReplicas",
            OtherIds = ["polaris:hpaMaxAvailability"],
            Example = new(
                """
                kind: HorizontalPodAutoscaler
                spec: {minReplicas: 5, maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
                """,
                """
                kind: HorizontalPodAutoscaler
                spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
                """),
            Check = static (item, inspection) =>
            {
                FieldAt maximum = inspection.At(item)["spec"]["maxReplicas"];
                Field minimum = item.Spec["minReplicas"];
                if (maximum.IsUnset)
                {
                    maximum.Report("maxReplicas is missing");
                }
                else if (maximum.TryRead(out double most) && most < 1)
                {
                    maximum.Report($"maxReplicas {maximum.Shown} is less than 1");
                }
                else if (maximum.Field.TryGetInteger(out _) && minimum.TryGetInteger(out double least) && least > most)
                {
                    maximum.Report($"maxReplicas {maximum.Shown} is less than minReplicas {minimum.Shown}");
                }
            },
        },
        new ObjectRule("RMP4016", "autoscaler-minimum", RuleCategory.Availability, DiagnosticSeverity.Info, "autoscaling", "HorizontalPodAutoscaler")
        {
            Summary = "An autoscaler keeps at least two pods, so that the workload is available while one of them is replaced.",
            Allowed = "minReplicas of at least 2",
            Fix = "set minReplicas to 2 or more",
            OtherIds = ["kube-score:horizontalpodautoscaler-replicas", "polaris:hpaMinAvailability"],
            Example = new(
                """
                kind: HorizontalPodAutoscaler
                spec: {minReplicas: 1, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
                """,
                """
                kind: HorizontalPodAutoscaler
                spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
                """,
                "A second pod uses its requests at all times."),
            Check = static (item, inspection) =>
            {
                FieldAt minimum = inspection.At(item)["spec"]["minReplicas"];
                if (minimum.IsUnset)
                {
                    minimum.Report("minReplicas is not set, so there may be only one pod");
                }
                else if (minimum.TryRead(out double least) && least == 1)
                {
                    minimum.Report("there may be only one pod");
                }
            },
        },
        new ObjectRule("RMP4017", "autoscaler-fixed", RuleCategory.Availability, DiagnosticSeverity.Info, "autoscaling", "HorizontalPodAutoscaler")
        {
            Summary = "An autoscaler's maxReplicas is above its minReplicas; otherwise it never scales.",
            Allowed = "maxReplicas above minReplicas",
            Fix = "raise maxReplicas, or remove the autoscaler and set replicas",
            OtherIds = ["polaris:hpaMaxAvailability"],
            Example = new(
                """
                kind: HorizontalPodAutoscaler
                spec: {minReplicas: 3, maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
                """,
                """
                kind: HorizontalPodAutoscaler
                spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
                """),
            Check = static (item, inspection) =>
            {
                FieldAt maximum = inspection.At(item)["spec"]["maxReplicas"];
                Field minimum = item.Spec["minReplicas"];
                if (!maximum.IsUnset
                    && maximum.Field.TryGetInteger(out double most)
                    && minimum.TryGetInteger(out double least)
                    && most == (minimum.IsUnset ? 1 : least))
                {
                    maximum.Report($"maxReplicas is the same as minReplicas, so the scale is always {maximum.Shown}");
                }
            },
        },
        new ObjectRule("RMP4018", "autoscaler-without-requests", RuleCategory.Availability, DiagnosticSeverity.Warning, "autoscaling", "HorizontalPodAutoscaler")
        {
            Summary = "Containers that are scaled by their utilization of a resource request that resource; without a request the autoscaler does nothing.",
            Allowed = "a request of the resource in every container of the target",
            Fix = "set resources.requests in the container, or use an average value in the metric",
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: HorizontalPodAutoscaler
                metadata: {name: app, namespace: shop}
                spec:
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}
                  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
                """,
                """
                containers: [{name: app, resources: {requests: {cpu: 100m}}}]
                ---
                kind: HorizontalPodAutoscaler
                metadata: {name: app, namespace: shop}
                spec:
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}
                  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
                """),
            Check = CheckRequests,
        },
    ];

    private static void CheckRequests(KubernetesObject item, Inspection inspection)
    {
        FieldAt metrics = inspection.At(item)["spec"]["metrics"];
        if (AutoscalerMap.FindTarget(inspection.Objects, item)?.Workload is not { } workload
            || inspection.Objects.OfKind("", "LimitRange", item.Place).Count > 0
            || inspection.Objects.MayHoldMore("", "LimitRange", item.Place)
            || !metrics.Field.TryGetItems(out FieldItems items))
        {
            // A LimitRange fills in requests.
            return;
        }

        if (items.Count == 0)
        {
            CheckContainers(metrics, workload, "cpu", "cpu", "");
        }

        foreach (FieldAt metric in metrics.Items)
        {
            string type = metric["type"].Text;
            FieldAt source = metric[type == "Resource" ? "resource" : "containerResource"], name = source["name"];
            if (type is "Resource" or "ContainerResource" && source["target"]["type"].Text == "Utilization" && name.Text.Length > 0)
            {
                CheckContainers(name, workload, name.Text, name.Shown, source["container"].Text);
            }
        }
    }

    private static void CheckContainers(FieldAt at, Workload workload, string resource, string shown, string only)
    {
        if (!IsUnset(workload.PodSpec["resources"], resource))
        {
            return;
        }

        foreach (Container container in workload.Containers)
        {
            if (container.Kind == ContainerKind.Normal && (only.Length == 0 || container.Name == only) && IsUnset(container["resources"], resource))
            {
                at.Report($"{container} of {workload.Object} has no {shown} request, so its utilization is not known", shown);
            }
        }
    }

    private static bool IsUnset(Field resources, string name) => resources["requests"][name].IsUnset && resources["limits"][name].IsUnset;
}

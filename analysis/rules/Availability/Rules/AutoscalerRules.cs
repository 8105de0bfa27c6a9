using System.Globalization;
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
            Summary = "A workload that an autoscaler scales leaves replicas out; otherwise every apply sets the scale back.",
            Allowed = "replicas unset beside a HorizontalPodAutoscaler",
            Fix = "remove replicas",
            OtherIds = ["kube-score:deployment-targeted-by-hpa-does-not-have-replicas-configured"],
            Check = static (workload, inspection) =>
            {
                KubernetesObject item = workload.Object;
                Field replicas = item.Spec["replicas"];

                // What comes from the API server has replicas in any case.
                if (workload.HasScale && !replicas.IsUnset && item.Metadata["uid"].IsUnset && AutoscalerMap.Of(inspection.Facts).Find(item) is { } autoscaler)
                {
                    inspection.Broken(item, "spec.replicas", $"{item} sets replicas although {autoscaler} scales it, so every apply sets the scale back", replicas.Shown);
                }
            },
        },
        new ObjectRule("RMP4014", "autoscaler-target", RuleCategory.Availability, DiagnosticSeverity.Warning, "autoscaling", "HorizontalPodAutoscaler")
        {
            Summary = "The target of an autoscaler exists; one with a wrong name scales nothing, and nobody notices.",
            Allowed = "kind, name and apiVersion of a workload in the same namespace",
            Fix = "correct scaleTargetRef",
            OtherIds =
            [
                "kube-linter:dangling-horizontalpodautoscaler",
                "kube-score:horizontalpodautoscaler-has-target",
                "kubescape:C-0300",
            ],
            Check = CheckAutoscalerTarget,
        },
        new ObjectRule("RMP4015", "autoscaler-rejected", RuleCategory.Availability, DiagnosticSeverity.Error, "autoscaling", "HorizontalPodAutoscaler")
        {
            Summary = "An autoscaler's maxReplicas is at least 1 and not below minReplicas; the API server rejects all else.",
            Allowed = "maxReplicas of at least 1 and of at least minReplicas",
            Fix = "set maxReplicas to more than minReplicas",
            OtherIds = ["polaris:hpaMaxAvailability"],
            Check = CheckAutoscalerRejected,
        },
        new ObjectRule("RMP4016", "autoscaler-minimum", RuleCategory.Availability, DiagnosticSeverity.Info, "autoscaling", "HorizontalPodAutoscaler")
        {
            Summary = "An autoscaler keeps two pods or more, so the workload is there while one of them is replaced.",
            Allowed = "minReplicas of at least 2",
            Fix = "set minReplicas to 2 or more",
            OtherIds =
                ["kube-score:horizontalpodautoscaler-replicas", "polaris:hpaMinAvailability"],
            Check = static (item, inspection) =>
            {
                Field minimum = item.Spec["minReplicas"];
                if (!minimum.TryGetInteger(out double least))
                {
                    inspection.Unknown(item, "spec.minReplicas");
                }
                else if (minimum.IsUnset)
                {
                    inspection.Broken(item, "spec.minReplicas", "minReplicas is not set, so there may be only one pod");
                }
                else if (least == 1)
                {
                    inspection.Broken(item, "spec.minReplicas", "there may be only one pod", "1");
                }
            },
        },
        new ObjectRule("RMP4017", "autoscaler-fixed", RuleCategory.Availability, DiagnosticSeverity.Info, "autoscaling", "HorizontalPodAutoscaler")
        {
            Summary = "An autoscaler's maxReplicas is above its minReplicas; otherwise it never scales.",
            Allowed = "maxReplicas above minReplicas",
            Fix = "raise maxReplicas, or remove the autoscaler and set replicas",
            OtherIds = ["polaris:hpaMaxAvailability"],
            Check = static (item, inspection) =>
            {
                Field minimum = item.Spec["minReplicas"], maximum = item.Spec["maxReplicas"];
                if (!maximum.IsUnset
                    && maximum.TryGetInteger(out double most)
                    && minimum.TryGetInteger(out double least)
                    && most == (minimum.IsUnset ? 1 : least))
                {
                    inspection.Broken(item, "spec.maxReplicas", $"maxReplicas is the same as minReplicas, so the scale is always {maximum.Shown}", maximum.Shown);
                }
            },
        },
        new ObjectRule("RMP4018", "autoscaler-without-requests", RuleCategory.Availability, DiagnosticSeverity.Warning, "autoscaling", "HorizontalPodAutoscaler")
        {
            Summary =
                "Containers that are scaled by their use in per cent have a request of the resource; without it the autoscaler does nothing.",
            Allowed = "a request of the resource at every container of the target",
            Fix = "set resources.requests at the container, or give the metric an average value",
            Check = CheckAutoscalerRequests,
        },
    ];

    private static void CheckAutoscalerTarget(KubernetesObject item, Inspection inspection)
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

    private static void CheckAutoscalerRejected(KubernetesObject item, Inspection inspection)
    {
        Field minimum = item.Spec["minReplicas"], maximum = item.Spec["maxReplicas"];
        if (maximum.IsUnset)
        {
            inspection.Broken(item, "spec.maxReplicas", "maxReplicas is missing");
        }
        else if (!maximum.TryGetInteger(out double most))
        {
            inspection.Unknown(item, "spec.maxReplicas");
        }
        else if (most < 1)
        {
            inspection.Broken(item, "spec.maxReplicas", $"maxReplicas {maximum.Shown} is less than 1", maximum.Shown);
        }
        else if (minimum.TryGetInteger(out double least) && least > most)
        {
            inspection.Broken(item, "spec.maxReplicas", $"maxReplicas {maximum.Shown} is less than minReplicas {minimum.Shown}", maximum.Shown);
        }
    }

    private static void CheckAutoscalerRequests(KubernetesObject item, Inspection inspection)
    {
        if (AutoscalerMap.FindTarget(inspection.Objects, item)?.Workload is not { } workload
            || inspection.Objects.OfKind("", "LimitRange", item.Place).Count > 0
            || inspection.Objects.MayHoldMore("", "LimitRange", item.Place)
            || !item.Spec["metrics"].TryGetItems(out FieldItems metrics))
        {
            // A LimitRange fills requests in.
            return;
        }

        if (metrics.Count == 0)
        {
            CheckContainers(item, workload, "spec.metrics", "cpu", "cpu", "", inspection);
        }

        for (int i = 0; i < metrics.Count; i++)
        {
            string type = metrics[i]["type"].Text, field = type == "Resource" ? "resource" : "containerResource";
            Field source = metrics[i][field];
            if (type is "Resource" or "ContainerResource" && source["target"]["type"].Text == "Utilization" && source["name"].Text is { Length: > 0 } name)
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"spec.metrics[{i}].{field}.name");
                CheckContainers(item, workload, path, name, source["name"].Shown, source["container"].Text, inspection);
            }
        }
    }

    private static void CheckContainers(
        KubernetesObject item, Workload workload, string path, string resource, string shown, string only, Inspection inspection)
    {
        if (IsUnset(workload.PodSpec["resources"], resource))
        {
            foreach (Container container in workload.Containers)
            {
                if (container.Kind == ContainerKind.Normal
                    && (only.Length == 0 || container.Name == only)
                    && IsUnset(container["resources"], resource))
                {
                    inspection.Broken(
                        item, path, $"{container} of {workload.Object} has no {shown} request, so its use in per cent cannot be told", shown);
                }
            }
        }
    }

    private static bool IsUnset(Field resources, string name) => resources["requests"][name].IsUnset && resources["limits"][name].IsUnset;
}

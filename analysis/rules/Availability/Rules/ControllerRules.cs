using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>The rules about what makes pods, and how many.</summary>
internal static class ControllerRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP4011", "selector-matches-template", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary = "A controller's selector matches the labels of its own pods; the API server rejects any other.",
            Allowed = "a selector whose labels the pod template has",
            Fix = "give selector and pod template the same labels",
            OtherIds =
            [
                "kube-linter:mismatching-selector", "kube-score:deployment-pod-selector-labels-match-template-metadata-labels",
                "kube-score:statefulset-pod-selector-labels-match-template-metadata-labels", "kubescape:C-0296",
            ],
            Check = CheckSelectorMatchesTemplate,
        },
        new WorkloadRule("RMP4012", "single-replica", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "A workload has two pods or more, so it is there while one of them is replaced.",
            Allowed = "replicas of at least 2, or an autoscaler",
            Fix = "set replicas to 2 or more, unless the program must run only once",
            OtherIds =
                ["kube-score:deployment-replicas", "polaris:deploymentMissingReplicas"],
            Check = CheckSingleReplica,
        },
        new ObjectRule("RMP4041", "stateful-set-service", RuleCategory.Availability, DiagnosticSeverity.Warning, "apps", "StatefulSet")
        {
            Summary = "A StatefulSet names a headless Service that chooses its pods, which gives each of them a name in DNS.",
            Allowed = "serviceName of a Service with clusterIP None that chooses the pods",
            Fix = "set serviceName, and clusterIP None at that Service",
            OtherIds = ["kube-score:statefulset-has-servicename"],
            Check = CheckStatefulSetService,
        },
        new ObjectRule("RMP4047", "bare-pod", RuleCategory.Availability, DiagnosticSeverity.Info, "", "Pod")
        {
            Summary = "A controller makes the pods, since nothing brings a pod back that stands alone when its node goes away.",
            Allowed = "Deployment, StatefulSet, DaemonSet, Job or CronJob",
            Fix = "let a Deployment or a Job make the pod",
            OtherIds = ["kubescape:C-0073"],
            Check = static (item, inspection) =>
            {
                if (item.Metadata["ownerReferences"].IsUnset)
                {
                    inspection.Broken(item, "", $"no controller brings {item} back when its node goes away");
                }
            },
        },
    ];

    private static void CheckSelectorMatchesTemplate(Workload workload, Inspection inspection)
    {
        KubernetesObject item = workload.Object;
        if (item.Group != "apps")
        {
            return;
        }

        Field selector = item.Spec["selector"];
        if (selector.IsUnset)
        {
            inspection.Broken(item, "spec.selector", $"{item} has no selector");
            return;
        }

        if (selector["matchLabels"].TryGetProperties(out ReadOnlySpan<Property> labels)
            && selector["matchExpressions"].TryGetItems(out FieldItems expressions)
            && labels.Length == 0
            && expressions.Count == 0)
        {
            inspection.Broken(item, "spec.selector", $"the selector of {item} is empty");
            return;
        }

        switch (LabelSelector.Matches(selector, workload.PodLabels))
        {
            case Flag.False:
                inspection.Broken(item, "spec.selector", $"the selector of {item} does not match the labels of its pods");
                break;
            case Flag.Unknown:
                inspection.Unknown(item, "spec.selector", $"or {workload.MetadataPath}.labels is not known yet");
                break;
        }
    }

    private static void CheckSingleReplica(Workload workload, Inspection inspection)
    {
        KubernetesObject item = workload.Object;
        if (!workload.HasScale || item.IsOwned || PodScale.Of(workload, inspection.Facts) is not { Autoscaler: null } scale)
        {
            return;
        }

        if (scale.Lowest is not { } pods)
        {
            inspection.Unknown(item, "spec.replicas");
        }
        else if (item.Spec["replicas"].IsUnset)
        {
            inspection.Broken(item, "spec.replicas", $"{item} does not say how many pods it has, which means one");
        }
        else if (pods == 1)
        {
            inspection.Broken(item, "spec.replicas", $"{item} has one pod, so nothing answers while it is replaced", "1");
        }
    }

    private static void CheckStatefulSetService(KubernetesObject item, Inspection inspection)
    {
        const string Path = "spec.serviceName";
        Field name = item.Spec["serviceName"];
        if (!name.TryGetText(out string text))
        {
            inspection.Unknown(item, Path);
            return;
        }

        if (text.Length == 0)
        {
            inspection.Broken(item, Path, $"{item} names no Service, so its pods have no names in DNS");
            return;
        }

        // The Service may be in the cluster already.
        if (inspection.Objects.Find("", "Service", item.Place, text) is not { } service || item.Workload is not { } workload)
        {
            return;
        }

        if (service.Spec["clusterIP"].TryGetText(out string address) && address != "None")
        {
            inspection.Broken(item, Path, $"{service} is not headless, so the pods of {item} have no names in DNS", name.Shown);
        }
        else if (LabelSelector.MatchesLabels(service.Spec["selector"], workload.PodLabels) == Flag.False)
        {
            inspection.Broken(item, Path, $"{service} does not choose the pods of {item}", name.Shown);
        }
    }
}

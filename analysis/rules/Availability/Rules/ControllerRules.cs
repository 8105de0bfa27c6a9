using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>The rules about what creates pods, and how many.</summary>
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
            Example = new(
                """
                kind: Deployment
                spec:
                  selector: {matchLabels: {app: app}}
                  template: {metadata: {labels: {app: application}}, spec: {containers: [{name: app}]}}
                """,
                """
                kind: Deployment
                spec:
                  selector: {matchLabels: {app: app}}
                  template: {metadata: {labels: {app: app}}, spec: {containers: [{name: app}]}}
                """),
            Check = static (workload, inspection) =>
            {
                KubernetesObject item = workload.Object;
                if (item.Group != "apps")
                {
                    return;
                }

                FieldAt selector = inspection.At(item)["spec"]["selector"];
                Flag matches = LabelSelector.Matches(selector.Field, workload.PodLabels);
                if (selector.IsUnset)
                {
                    selector.Report($"{item} has no selector");
                }
                else if (LabelSelector.IsEmpty(selector.Field))
                {
                    selector.Report($"the selector of {item} is empty");
                }
                else if (matches == Flag.False)
                {
                    selector.Report($"the selector of {item} does not match the labels of its pods");
                }
                else if (matches == Flag.Unknown)
                {
                    selector.ReportUnknown($"or {workload.MetadataPath}.labels is not known yet");
                }
            },
        },
        new WorkloadRule("RMP4012", "single-replica", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "A workload has at least two pods, so that it is available while one of them is replaced.",
            Allowed = "replicas of at least 2, or an autoscaler",
            Fix = "set replicas to 2 or more, unless the program must run only once",
            OtherIds = ["kube-score:deployment-replicas", "polaris:deploymentMissingReplicas"],
            Example = new(
                """
                kind: Deployment
                spec:
                  replicas: 1
                  selector: {matchLabels: {app: app}}
                  template: {metadata: {labels: {app: app}}, spec: {containers: [{name: app}]}}
                """,
                """
                kind: Deployment
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: app}}
                  template: {metadata: {labels: {app: app}}, spec: {containers: [{name: app}]}}
                """,
                "Programs that must run only once, such as those that hold a lock or a disk."),
            Check = static (workload, inspection) =>
            {
                KubernetesObject item = workload.Object;
                if (!workload.HasScale || item.IsOwned || PodScale.Of(workload, inspection.Facts) is not { Autoscaler: null } scale)
                {
                    return;
                }

                FieldAt replicas = inspection.At(item)["spec"]["replicas"];
                if (scale.Lowest is not { } pods)
                {
                    replicas.ReportUnknown();
                }
                else if (replicas.IsUnset)
                {
                    replicas.Report($"{item} does not set replicas, which means one pod");
                }
                else if (pods == 1)
                {
                    replicas.Report($"{item} has one pod, so nothing responds while it is replaced");
                }
            },
        },
        new ObjectRule("RMP4041", "stateful-set-service", RuleCategory.Availability, DiagnosticSeverity.Warning, "apps", "StatefulSet")
        {
            Summary = "A StatefulSet names a headless Service that selects its pods, which gives each of them a name in DNS.",
            Allowed = "serviceName of a Service with clusterIP None that selects the pods",
            Fix = "set serviceName, and clusterIP None in that Service",
            OtherIds = ["kube-score:statefulset-has-servicename"],
            Example = new(
                """
                kind: StatefulSet
                spec:
                  template: {spec: {containers: [{name: app}]}}
                """,
                """
                kind: StatefulSet
                spec:
                  serviceName: app
                  template: {metadata: {labels: {app: app}}, spec: {containers: [{name: app}]}}
                ---
                kind: Service
                metadata: {name: app, namespace: shop}
                spec: {clusterIP: None, selector: {app: app}, ports: [{port: 8080}]}
                """,
                "serviceName cannot be changed in place: the StatefulSet is made anew."),
            Check = CheckService,
        },
        new ObjectRule("RMP4047", "bare-pod", RuleCategory.Availability, DiagnosticSeverity.Info, "", "Pod")
        {
            Summary = "A controller creates the pods, since nothing replaces a bare pod when its node fails.",
            Allowed = "Deployment, StatefulSet, DaemonSet, Job or CronJob",
            Fix = "let a Deployment or a Job create the pod",
            OtherIds = ["kubescape:C-0073"],
            Example = new(
                """
                kind: Pod
                spec: {containers: [{name: app}]}
                """,
                """
                kind: Deployment
                spec: {template: {spec: {containers: [{name: app}]}}}
                """),
            Check = static (item, inspection) =>
            {
                if (item.Metadata["ownerReferences"].IsUnset)
                {
                    inspection.At(item).Report($"no controller replaces {item} when its node fails");
                }
            },
        },
    ];

    private static void CheckService(KubernetesObject item, Inspection inspection)
    {
        FieldAt name = inspection.At(item)["spec"]["serviceName"];
        if (!name.TryRead(out string text))
        {
            return;
        }

        if (text.Length == 0)
        {
            name.Report($"{item} names no Service, so its pods have no names in DNS");
        }

        // The Service may be in the cluster already.
        else if (inspection.Objects.Find("", "Service", item.Place, text) is { } service && item.Workload is { } workload)
        {
            if (service.Spec["clusterIP"].TryGetText(out string address) && address != "None")
            {
                name.Report($"{service} is not headless, so the pods of {item} have no names in DNS");
            }
            else if (LabelSelector.MatchesLabels(service.Spec["selector"], workload.PodLabels) == Flag.False)
            {
                name.Report($"{service} does not select the pods of {item}");
            }
        }
    }
}

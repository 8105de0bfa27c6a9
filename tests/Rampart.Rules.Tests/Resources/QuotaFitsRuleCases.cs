using Rampart.Protocol.Values;
using Rampart.Rules.Options;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Resources;

/// <summary>The cases of the rule that a quota has room for what runs beside it.</summary>
internal static class QuotaFitsRuleCases
{
    private const string Container = "spec.template.spec.containers[0]";
    private const string Guaranteed = "{'limits': {'cpu': '2', 'memory': '4Gi'}, 'requests': {'cpu': '2', 'memory': '4Gi'}}";
    private const string Item = "'containers': [{'name': 'c', 'resources': {'requests': {'cpu': '1'}}}]";

    private static readonly PropertyObject Guide =
        NamespaceObjects.Quota("'requests.cpu': '10', 'requests.memory': '20Gi', 'limits.cpu': '20', 'limits.memory': '40Gi', 'persistentvolumeclaims': '5'");

    private static readonly CheckOptions ThreeNodes = CheckOptions.Default with
    {
        Cluster = new ClusterInventory { NodesByZone = new Dictionary<string, int> { ["a"] = 2, ["b"] = 1 } },
    };

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP3035", "room for all", [Hardened.Deployment(), Guide]),
        new("RMP3035", "five of the guide's pods without an update", [Guided(5, "{'type': 'Recreate'}"), Guide]),
        new("RMP3035", "five of the guide's pods and an update", [Guided(5, "null"), Guide],
            "spec.hard[requests.cpu]: requests.cpu is short by 4: 14 needed, 10 allowed; 7 pods of Deployment shop/app (5, and 2 while it is updated)",
            "spec.hard[requests.memory]: requests.memory is short by 8Gi: 28Gi needed, 20Gi allowed; 7 pods of Deployment shop/app (5, and 2 while it is updated)"),
        new("RMP3051", "pods that end while an update goes on", [Guided(3, "{'rollingUpdate': {'maxSurge': 1}}"), Guide],
            "spec.hard[requests.cpu]: requests.cpu is short by 2: 12 needed, 10 allowed; 6 pods of Deployment shop/app (3, 1 more and 2 terminating while it is updated)",
            "spec.hard[requests.memory]: requests.memory is short by 4Gi: 24Gi needed, 20Gi allowed; 6 pods of Deployment shop/app (3, 1 more and 2 terminating while it is updated)"),
        new("RMP3051", "pods that end before the next update step",
            [Hardened.Edit(Guided(3, "{'rollingUpdate': {'maxSurge': 1, 'maxUnavailable': 0}}"), ("spec.minReadySeconds", "60")), NamespaceObjects.Quota("'pods': '5'")]),
        new("RMP3051", "an update that waits", [Guided(3, "{'type': 'Recreate'}"), NamespaceObjects.Quota("'pods': '3'")]),
        new("RMP3051", "too much without an update", [Guided(5, "null"), NamespaceObjects.Quota("'pods': '4'")]),
        new("RMP3035", "and the migration", [Guided(4, "{'rollingUpdate': {'maxSurge': 1}}"), Job("{}"), Guide],
            "spec.hard[requests.cpu]: requests.cpu is short by 1: 11 needed, 10 allowed; 5 pods of Deployment shop/app (4, and 1 while it is updated), 1 pod of Job shop/job"),
        new("RMP3035", "another namespace", [Hardened.Edit(Guided(50, "null"), ("metadata.namespace", "'other'")), Guide]),
        new("RMP3035", "pods of another object", [Hardened.Edit(Guided(50, "null"), ("metadata.ownerReferences", "[{'kind': 'X'}]")), Guide]),
        new("RMP3035", "autoscaler", [Guided(2, "{'rollingUpdate': {'maxSurge': 1}}"), Autoscaler("8"), NamespaceObjects.Quota("'pods': '8'")],
            "spec.hard.pods: pods is short by 1: 9 needed, 8 allowed; 9 pods of Deployment shop/app (8 at most by HorizontalPodAutoscaler shop/horizontalpodautoscaler, and 1 while it is updated)"),
        new("RMP3035", "an autoscaler of something else", [Guided(2, "{'type': 'Recreate'}"), Hardened.Edit(Autoscaler("8"), ("spec.scaleTargetRef.kind", "'StatefulSet'")), NamespaceObjects.Quota("'pods': '2'")]),
        new("RMP3035", "an autoscaler whose maximum is not known", [Guided(2, "{'type': 'Recreate'}"), Autoscaler("'?'"), NamespaceObjects.Quota("'pods': '2'")],
            "? spec.replicas is set by HorizontalPodAutoscaler shop/horizontalpodautoscaler, whose maximum is not known yet"),
        new("RMP3035", "jobs",
            [Job("{'parallelism': 4, 'completions': 3}"), Job("{'suspend': true}"), Hardened.Edit(Job("{}"), ("status", "{'completionTime': '2026-01-01T00:00:00Z'}")), CronJob("{'jobTemplate': {'spec': {'parallelism': 2}}}"), CronJob("{'suspend': true}"), NamespaceObjects.Quota("'pods': '4'")],
            "spec.hard.pods: pods is short by 1: 5 needed, 4 allowed; 3 pods of Job shop/job, 2 pods of CronJob shop/cronjob"),
        new("RMP3035", "pods that have ended", [BarePod("{'phase': 'Succeeded'}"), BarePod("{'phase': 'Running'}"), NamespaceObjects.Quota("'pods': '1'")]),
        new("RMP3035", "more than three",
            [BarePod("{}"), BarePod("{}"), BarePod("{}"), BarePod("{}"), BarePod("{}"), NamespaceObjects.Quota("'requests.cpu': '4500m'")],
            "spec.hard[requests.cpu]: requests.cpu is short by 500m: 5 needed, 4500m allowed; 1 pod of Pod shop/pod, 1 pod of Pod shop/pod, 1 pod of Pod shop/pod and 2 more"),
        new("RMP3035", "daemons on nodes that are not known", [Daemon("{}"), NamespaceObjects.Quota("'pods': '0'")]),
        new("RMP3035", "daemons", [Daemon("{}"), NamespaceObjects.Quota("'pods': '2'")],
            "spec.hard.pods: pods is short by 1: 3 needed, 2 allowed; 3 pods of DaemonSet shop/daemonset")
        {
            Options = ThreeNodes,
        },
        new("RMP3035", "daemons with a surge", [Daemon("{'rollingUpdate': {'maxSurge': '50%'}}"), Daemon("{'type': 'OnDelete', 'rollingUpdate': {'maxSurge': 1}}"), NamespaceObjects.Quota("'pods': '7'")],
            "spec.hard.pods: pods is short by 1: 8 needed, 7 allowed; 5 pods of DaemonSet shop/daemonset (3, and 2 while it is updated), 3 pods of DaemonSet shop/daemonset")
        {
            Options = ThreeNodes,
        },
        new("RMP3035", "defaults of a limit range", [Hardened.Container("resources", "null"), NamespaceObjects.ContainerLimits("'default': {'cpu': '1'}"), NamespaceObjects.Quota("'limits.cpu': '3'")],
            "spec.hard[limits.cpu]: limits.cpu is short by 1: 4 needed, 3 allowed; 4 pods of Deployment shop/app (3, and 1 while it is updated)"),
        new("RMP3035", "unknown", [Hardened.Container("resources.limits.cpu", "'?'"), Guide], $"? {Container}.resources.limits.cpu is not known yet"),
        new("RMP3035", "too much already", [Hardened.Container("resources.limits.cpu", "'?'"), Hardened.Deployment(), NamespaceObjects.Quota("'pods': '1'")],
            "spec.hard.pods: pods is short by 3: 4 needed, 1 allowed; 4 pods of Deployment shop/app (3, and 1 while it is updated)"),
        new("RMP3035", "an unknown number", [Hardened.Deployment(("spec.replicas", "'?'")), Hardened.Deployment(("spec.strategy.rollingUpdate.maxSurge", "'?'")), Guide],
            "? spec.replicas is not known yet",
            "? spec.strategy.rollingUpdate.maxSurge is not known yet"),
        new("RMP3035", "an unknown quota", [Hardened.Deployment(), NamespaceObjects.Quota("'requests.cpu': '?'")], "? spec.hard[requests.cpu] is not known yet"),
        new("RMP3035", "a secret quota", [Hardened.Deployment(), NamespaceObjects.Quota("'requests.cpu': '!1m'")], "? spec.hard[requests.cpu] is a secret"),
        new("RMP3035", "terminating pods",
            [Hardened.Deployment(), Hardened.Edit(Job("{}"), ("spec.template.spec.activeDeadlineSeconds", "60")), Job("{'activeDeadlineSeconds': 60}"), Scoped("'pods': 0", "['Terminating']"), Scoped("'pods': 4", "['NotTerminating']")],
            "spec.hard.pods: pods is short by 1: 1 needed, 0 allowed; 1 pod of Job shop/job",
            "spec.hard.pods: pods is short by 1: 5 needed, 4 allowed; 4 pods of Deployment shop/app (3, and 1 while it is updated), 1 pod of Job shop/job"),
        new("RMP3035", "quality of service", [Hardened.Deployment(), Hardened.Edit(Hardened.Container("resources", "null"), ("spec.replicas", "0")), Scoped("'pods': 0", "['BestEffort']"), Scoped("'pods': 3", "['NotBestEffort']")],
            "spec.hard.pods: pods is short by 1: 4 needed, 3 allowed; 4 pods of Deployment shop/app (3, and 1 while it is updated)"),
        new("RMP3035", "priority",
            [
                Hardened.Deployment(),
                Selected("'pods': 0", "{'scopeName': 'PriorityClass', 'operator': 'In', 'values': ['low']}"),
                Selected("'pods': 0", "{'scopeName': 'PriorityClass', 'operator': 'NotIn', 'values': ['shop']}"),
                Selected("'pods': 0", "{'scopeName': 'PriorityClass', 'operator': 'DoesNotExist'}"),
                Selected("'pods': 1", "{'scopeName': 'PriorityClass', 'operator': 'In', 'values': ['low', 'shop']}"),
                Selected("'pods': 2", "{'scopeName': 'PriorityClass', 'operator': 'Exists'}"),
                Scoped("'pods': 3", "['PriorityClass']"),
            ],
            "spec.hard.pods: pods is short by 1: 4 needed, 3 allowed; 4 pods of Deployment shop/app (3, and 1 while it is updated)",
            "spec.hard.pods: pods is short by 2: 4 needed, 2 allowed; 4 pods of Deployment shop/app (3, and 1 while it is updated)",
            "spec.hard.pods: pods is short by 3: 4 needed, 1 allowed; 4 pods of Deployment shop/app (3, and 1 while it is updated)"),
        new("RMP3035", "the default priority", [Job("{}"), ManifestText.Object("{'apiVersion': 'scheduling.k8s.io/v1', 'kind': 'PriorityClass', 'metadata': {'name': 'usual'}, 'globalDefault': true}"), Selected("'pods': 0", "{'scopeName': 'PriorityClass', 'operator': 'In', 'values': ['usual']}")],
            "spec.hard.pods: pods is short by 1: 1 needed, 0 allowed; 1 pod of Job shop/job"),
        new("RMP3035", "an unknown priority", [Hardened.Pod("priorityClassName", "'?'"), Scoped("'pods': 0", "['PriorityClass']")],
            "? spec.scopes may or may not select Deployment shop/app"),
        new("RMP3035", "affinity beyond the namespace",
            [
                Hardened.Deployment(),
                Hardened.Pod("affinity", "{'podAffinity': {'requiredDuringSchedulingIgnoredDuringExecution': [{'namespaces': ['other']}]}}"),
                Scoped("'pods': 3", "['CrossNamespacePodAffinity']"),
                Scoped("'pods': 0", "['VolumeAttributesClass']"),
            ],
            "spec.hard.pods: pods is short by 1: 4 needed, 3 allowed; 4 pods of Deployment shop/app (3, and 1 while it is updated)"),
        new("RMP3035", "objects",
            [
                NamespaceObjects.Of("v1", "Service", "'spec': {'type': 'LoadBalancer'}"),
                NamespaceObjects.Of("v1", "ConfigMap", "'data': {}"),
                Hardened.Deployment(),
                NamespaceObjects.Quota("'services': 0, 'services.loadbalancers': 0, 'count/services': 0, 'configmaps': 1, 'count/deployments.apps': 0, 'count/widgets.example.com': 0, 'secrets': 0"),
            ],
            "spec.hard.configmaps: configmaps is short by 1: 2 needed, 1 allowed",
            "spec.hard.services: services is short by 1: 1 needed, 0 allowed",
            "spec.hard[count/deployments.apps]: count/deployments.apps is short by 1: 1 needed, 0 allowed",
            "spec.hard[count/services]: count/services is short by 1: 1 needed, 0 allowed",
            "spec.hard[services.loadbalancers]: services.loadbalancers is short by 1: 1 needed, 0 allowed"),
        new("RMP3035", "claims",
            [
                NamespaceObjects.Of("v1", "PersistentVolumeClaim", "'spec': {'resources': {'requests': {'storage': '1Gi'}}}"),
                NamespaceObjects.Of("apps/v1", "StatefulSet", $"'spec': {{'replicas': 3, 'volumeClaimTemplates': [{{'spec': {{'resources': {{'requests': {{'storage': '2Gi'}}}}}}}}], 'template': {{'spec': {{'volumes': [{{'name': 'e', 'ephemeral': {{'volumeClaimTemplate': {{'spec': {{}}}}}}}}]}}}}}}"),
                NamespaceObjects.Quota("'persistentvolumeclaims': 6, 'requests.storage': '6Gi'"),
            ],
            "spec.hard.persistentvolumeclaims: persistentvolumeclaims is short by 1: 7 needed, 6 allowed",
            "spec.hard[requests.storage]: requests.storage is short by 1Gi: 7Gi needed, 6Gi allowed"),
    ];

    private static PropertyObject Guided(int replicas, string strategy) => Hardened.Deployment(
        ("spec.replicas", replicas.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("spec.strategy", strategy),
        ($"{Container}.resources", Guaranteed));

    private static PropertyObject Job(string spec) => Hardened.Edit(
        NamespaceObjects.Of("batch/v1", "Job", $"'spec': {spec}"), ("spec.template", $"{{'spec': {{{Item}}}}}"));

    private static PropertyObject CronJob(string spec) => Hardened.Edit(
        NamespaceObjects.Of("batch/v1", "CronJob", $"'spec': {spec}"), ("spec.jobTemplate.spec.template", $"{{'spec': {{{Item}}}}}"));

    private static PropertyObject Daemon(string strategy) =>
        NamespaceObjects.Of("apps/v1", "DaemonSet", $"'spec': {{'updateStrategy': {strategy}, 'template': {{'spec': {{{Item}}}}}}}");

    private static PropertyObject BarePod(string status) => NamespaceObjects.Of("v1", "Pod", $"'spec': {{{Item}}}, 'status': {status}");

    private static PropertyObject Autoscaler(string max) => NamespaceObjects.Of(
        "autoscaling/v2", "HorizontalPodAutoscaler", $"'spec': {{'scaleTargetRef': {{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'app'}}, 'maxReplicas': {max}}}");

    private static PropertyObject Scoped(string hard, string scopes) => NamespaceObjects.Quota(hard, $", 'scopes': {scopes}");

    private static PropertyObject Selected(string hard, string expression) =>
        NamespaceObjects.Quota(hard, $", 'scopeSelector': {{'matchExpressions': [{expression}]}}");
}

using Rampart.Protocol.Values;
using Rampart.Rules.Options;
using Rampart.Rules.Tests.Availability;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Scheduling;

/// <summary>The cases of the rules about affinity, node labels and priority.</summary>
internal static class PlacementRuleCases
{
    private const string Term = "affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0]";

    private const string Required = """
        {'podAntiAffinity': {'requiredDuringSchedulingIgnoredDuringExecution': [{
          'topologyKey': 'kubernetes.io/hostname', 'labelSelector': {'matchLabels': {'app.kubernetes.io/instance': 'app'}}}]}}
        """;

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP4058", "own pods", [Hardened.Deployment()]),
        new("RMP4058", "none", [Hardened.Pod("affinity", "null")],
            "spec.template.spec.affinity.podAntiAffinity: nothing keeps the pods of Deployment shop/app apart"),
        new("RMP4058", "other pods", [Hardened.Pod(Term + ".podAffinityTerm.labelSelector.matchLabels[app.kubernetes.io/instance]", "'other'")],
            "spec.template.spec.affinity.podAntiAffinity: podAntiAffinity does not keep the pods of Deployment shop/app apart"),
        new("RMP4058", "other key", [Hardened.Pod(Term + ".podAffinityTerm.topologyKey", "'rack'")],
            "spec.template.spec.affinity.podAntiAffinity: podAntiAffinity does not keep the pods of Deployment shop/app apart"),
        new("RMP4058", "pods of another namespace", [Hardened.Pod(Term + ".podAffinityTerm.namespaces", "['other']")],
            "spec.template.spec.affinity.podAntiAffinity: podAntiAffinity does not keep the pods of Deployment shop/app apart"),
        new("RMP4058", "pods of its namespace and another", [Hardened.Pod(Term + ".podAffinityTerm.namespaces", "['other', 'shop']")]),
        new("RMP4058", "pods of every namespace", [Hardened.Pod(Term + ".podAffinityTerm.namespaceSelector", "{}")]),
        new("RMP4058", "pods of namespaces with a label", [Hardened.Pod(Term + ".podAffinityTerm.namespaceSelector", "{'matchLabels': {'team': 'a'}}")],
            "? spec.template.spec.affinity.podAntiAffinity cannot be compared with labels that are not known yet"),
        new("RMP4058", "its namespace has the label", [Hardened.Pod(Term + ".podAffinityTerm.namespaceSelector", "{'matchLabels': {'team': 'a', 'kubernetes.io/metadata.name': 'shop'}}"), Shop("a")]),
        new("RMP4058", "its namespace has another label", [Hardened.Pod(Term + ".podAffinityTerm.namespaceSelector", "{'matchLabels': {'team': 'a'}}"), Shop("b")],
            "spec.template.spec.affinity.podAntiAffinity: podAntiAffinity does not keep the pods of Deployment shop/app apart"),
        new("RMP4058", "unknown namespaces", [Hardened.Pod(Term + ".podAffinityTerm.namespaces", "['?']")],
            "? spec.template.spec.affinity.podAntiAffinity is not known yet"),
        new("RMP4058", "required", [Hardened.Pod("affinity", Required)]),
        new("RMP4058", "unknown", [Hardened.Pod("affinity", "'?'")], "? spec.template.spec.affinity.podAntiAffinity is not known yet"),
        new("RMP4058", "daemon set", [AvailabilityObjects.DaemonSet()]),
        new("RMP4059", "nothing known", [Hardened.Pod("affinity", Required)]),
        new("RMP4059", "enough", [Hardened.Pod("affinity", Required)]) { Options = Nodes(("a", 2), ("b", 2)) },
        new("RMP4059", "too few", [Hardened.Pod("affinity", Required)],
            "spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]: 3 pods of Deployment shop/app and 1 more during a rollout each need a node of their own, and there are 2") { Options = Nodes(("a", 1), ("b", 1)) },
        new("RMP4059", "too few during a rollout", [Hardened.Pod("affinity", Required)],
            "spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]: 3 pods of Deployment shop/app and 1 more during a rollout each need a node of their own, and there are 3") { Options = Nodes(("a", 3)) },
        new("RMP4059", "rollout that takes one away first",
            [
                Hardened.Deployment(("spec.template.spec.affinity", Required), ("spec.strategy.rollingUpdate.maxUnavailable", "1")),
            ]) { Options = Nodes(("a", 3)) },
        new("RMP4059", "rollout of one revision",
            [
                Hardened.Deployment(
                    ("spec.template.spec.affinity", Required),
                    ("spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys", "['pod-template-hash']")),
            ]) { Options = Nodes(("a", 3)) },
        new("RMP4059", "zones",
            [
                Hardened.Deployment(
                    ("spec.template.spec.affinity", Required),
                    ("spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey", "'topology.kubernetes.io/zone'")),
            ],
            "spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]: 3 pods of Deployment shop/app and 1 more during a rollout each need a zone of their own, and there are 2") { Options = Nodes(("a", 5), ("b", 5)) },
        new("RMP4059", "largest scale of the autoscaler", [Hardened.Pod("affinity", Required), AvailabilityObjects.Autoscaler()],
            "spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]: 5 pods of Deployment shop/app and 1 more during a rollout each need a node of their own, and there are 4") { Options = Nodes(("a", 4)) },
        new("RMP4059", "pods of another namespace",
            [
                Hardened.Deployment(
                    ("spec.template.spec.affinity", Required),
                    ("spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].namespaces", "['other']")),
            ]) { Options = Nodes(("a", 1)) },
        new("RMP4059", "preferred", [Hardened.Deployment()]) { Options = Nodes(("a", 1)) },
        new("RMP4060", "sound", [Hardened.Deployment()]),
        new("RMP4060", "no weight", [Hardened.Pod(Term + ".weight", "null")],
            "spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: a preferred term of podAntiAffinity has no weight"),
        new("RMP4060", "weight 101", [Hardened.Pod(Term + ".weight", "101")],
            "spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: weight 101 is not from 1 to 100"),
        new("RMP4060", "no key", [Hardened.Pod(Term + ".podAffinityTerm.topologyKey", "null")],
            "spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.topologyKey: a pod affinity term has no topologyKey"),
        new("RMP4060", "no key of a required term",
            [
                Hardened.Pod("affinity", "{'podAffinity': {'requiredDuringSchedulingIgnoredDuringExecution': [{'labelSelector': {}}]}}"),
            ],
            "spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: a pod affinity term has no topologyKey"),
        new("RMP4060", "unknown", [Hardened.Pod("affinity", "'?'")]),
        new("RMP4061", "named", [Hardened.Deployment()]),
        new("RMP4061", "unset", [Hardened.Pod("priorityClassName", "null")],
            "spec.template.spec.priorityClassName: Deployment shop/app names no priority class"),
        new("RMP4061", "unknown", [Hardened.Pod("priorityClassName", "'?'")], "? spec.template.spec.priorityClassName is not known yet"),
        new("RMP4061", "secret", [Hardened.Pod("priorityClassName", "'!hush'")]),
        new("RMP4061", "job", [AvailabilityObjects.Job(("spec.template.spec.priorityClassName", "null"))],
            "spec.template.spec.priorityClassName: Job shop/migrate names no priority class"),
        new("RMP4061", "pod of a replica set", [AvailabilityObjects.Pod(("metadata.ownerReferences", "[{'kind': 'ReplicaSet', 'name': 'app'}]"))]),
        new("RMP4062", "own class", [Hardened.Deployment()]),
        new("RMP4062", "system class", [Hardened.Pod("priorityClassName", "'system-cluster-critical'")],
            "spec.template.spec.priorityClassName: Deployment shop/app has the priority class 'system-cluster-critical' of the cluster's own pods outside kube-system"),
        new("RMP4062", "in kube-system",
            [
                Hardened.Deployment(("metadata.namespace", "'kube-system'"), ("spec.template.spec.priorityClassName", "'system-node-critical'")),
            ]),
        new("RMP4062", "without namespace",
            [
                Hardened.Deployment(("metadata.namespace", "null"), ("spec.template.spec.priorityClassName", "'system-node-critical'")),
            ],
            "spec.template.spec.priorityClassName: Deployment app has the priority class 'system-node-critical' of the cluster's own pods, which belong to kube-system"),
        new("RMP4062", "unknown namespace",
            [
                Hardened.Deployment(("metadata.namespace", "'?'"), ("spec.template.spec.priorityClassName", "'system-node-critical'")),
            ]),
        new("RMP4063", "nothing known", [Hardened.Deployment()]),
        new("RMP4063", "in the cluster", [Hardened.Deployment()]) { Options = Classes("shop") },
        new("RMP4063", "among the objects", [Hardened.Deployment(), Class()]) { Options = Classes() },
        new("RMP4063", "nowhere", [Hardened.Deployment()], "spec.template.spec.priorityClassName: there is no priority class 'shop' for Deployment shop/app") { Options = Classes("other") },
        new("RMP4063", "system class", [Hardened.Pod("priorityClassName", "'system-node-critical'")]) { Options = Classes() },
        new("RMP4063", "unknown", [Hardened.Pod("priorityClassName", "'?'")]) { Options = Classes() },
        new("RMP4064", "sound", [Class()]),
        new("RMP4064", "too high", [Class(("value", "1000000001"))], "value: value 1000000001 is more than 1000000000"),
        new("RMP4064", "reserved name", [Class(("metadata.name", "'system-shop'"))],
            "metadata.name: the name 'system-shop' starts with system-, which is reserved"),
        new("RMP4064", "class of the cluster", [Class(("metadata.name", "'system-node-critical'"), ("value", "2000001000"))]),
        new("RMP4064", "preemption", [Class(("preemptionPolicy", "'Always'"))],
            "preemptionPolicy: preemptionPolicy 'Always' is neither Never nor PreemptLowerPriority"),
        new("RMP4064", "unknown", [Class(("value", "'?'"))], "? value is not known yet"),
        new("RMP4065", "not default", [Class()]),
        new("RMP4065", "default", [Class(("globalDefault", "true"))],
            "globalDefault: all new pods of the cluster that name no class get PriorityClass shop"),
        new("RMP4065", "unknown", [Class(("globalDefault", "'?'"))], "? globalDefault is not known yet"),
        new("RMP4066", "value", [Class()]),
        new("RMP4066", "unset", [Class(("value", "null"))], "value: PriorityClass shop has the value of pods without a class"),
        new("RMP4066", "zero", [Class(("value", "0"))], "value: PriorityClass shop has the value of pods without a class"),
        new("RMP4068", "nodes and zones", [Hardened.Deployment()]),
        new("RMP4068", "no spread at all", [Hardened.Pod("topologySpreadConstraints", "null")]),
        new("RMP4068", "unknown key", [Hardened.Pod("topologySpreadConstraints", "[{'topologyKey': '?'}]")]),
        new("RMP4068", "nodes only", [Hardened.Pod("topologySpreadConstraints[1]", "null")],
            "spec.template.spec.topologySpreadConstraints: the pods of Deployment shop/app are spread over nodes but not over zones"),
        new("RMP4068", "zones only", [Hardened.Pod("topologySpreadConstraints[0]", "null")],
            "spec.template.spec.topologySpreadConstraints: the pods of Deployment shop/app are spread over zones but not over nodes"),
        new("RMP4067", "none", [Hardened.Deployment()]),
        new("RMP4067", "own label", [Hardened.Pod("affinity", NodeLabel("workload-type"))],
            "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key: Deployment shop/app needs nodes with the label 'workload-type', which every kubelet may set on its own node; its pods stay pending while no node has it"),
        new("RMP4067", "protected label", [Hardened.Pod("affinity", NodeLabel("node-restriction.kubernetes.io/workload-type"))]),
        new("RMP4067", "label of Kubernetes",
            [
                Hardened.Pod("nodeSelector", "{'kubernetes.io/os': 'linux', 'topology.kubernetes.io/zone': 'a', 'node-role.kubernetes.io/worker': '', 'node.kubernetes.io/instance-type': 'big'}"),
            ]),
        new("RMP4067", "node selector", [Hardened.Pod("nodeSelector", "{'disk': 'ssd', 'node.kubernetes.io/speed': 'fast'}")],
            "spec.template.spec.nodeSelector[disk]: Deployment shop/app needs nodes with the label 'disk', which every kubelet may set on its own node; its pods stay pending while no node has it",
            "spec.template.spec.nodeSelector[node.kubernetes.io/speed]: Deployment shop/app needs nodes with the label 'node.kubernetes.io/speed', which every kubelet may set on its own node; its pods stay pending while no node has it"),
        new("RMP4067", "other node",
            [
                Hardened.Pod("affinity", "{'nodeAffinity': {'requiredDuringSchedulingIgnoredDuringExecution': {'nodeSelectorTerms': [{'matchExpressions': [{'key': 'slow', 'operator': 'DoesNotExist'}]}]}}}"),
            ]),
        new("RMP4067", "preferred",
            [
                Hardened.Pod("affinity", "{'nodeAffinity': {'preferredDuringSchedulingIgnoredDuringExecution': [{'weight': 1, 'preference': {'matchExpressions': [{'key': 'disk', 'operator': 'Exists'}]}}]}}"),
            ]),
    ];

    private static CheckOptions Nodes(params (string Zone, int Nodes)[] zones) => CheckOptions.Default with
    {
        Cluster = new ClusterInventory { NodesByZone = zones.ToDictionary(zone => zone.Zone, zone => zone.Nodes, StringComparer.Ordinal) },
    };

    private static CheckOptions Classes(params string[] names) => CheckOptions.Default with { Cluster = new ClusterInventory { PriorityClasses = names } };

    private static PropertyObject Class(params (string Path, string Json)[] changes) => Hardened.Edit(
        ManifestText.Object("{'apiVersion': 'scheduling.k8s.io/v1', 'kind': 'PriorityClass', 'metadata': {'name': 'shop'}, 'value': 1000000, 'globalDefault': false}"),
        changes);

    private static PropertyObject Shop(string team) =>
        ManifestText.Object($"{{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {{'name': 'shop', 'labels': {{'team': '{team}'}}}}}}");

    private static string NodeLabel(string label) =>
        $"{{'nodeAffinity': {{'requiredDuringSchedulingIgnoredDuringExecution': {{'nodeSelectorTerms': [{{'matchExpressions': [{{'key': '{label}', 'operator': 'In', 'values': ['a']}}]}}]}}}}}}";
}

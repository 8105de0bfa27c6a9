using Rampart.Protocol.Values;
using Rampart.Rules.Options;
using Rampart.Rules.Tests.Availability;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Scheduling;

/// <summary>The cases of the rules about topology spread constraints.</summary>
internal static class SpreadRuleCases
{
    private const string Path = "spec.template.spec.topologySpreadConstraints[0]";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP4051", "set", [Hardened.Deployment()]),
        new("RMP4051", "unset", [Hardened.Pod("topologySpreadConstraints", "null")],
            "spec.template.spec.topologySpreadConstraints: nothing spreads the pods of Deployment shop/app over nodes and zones"),
        new("RMP4051", "unknown", [Hardened.Pod("topologySpreadConstraints", "'?'")], "? spec.template.spec.topologySpreadConstraints is not known yet"),
        new("RMP4051", "job", [AvailabilityObjects.Job()]),
        new("RMP4052", "sound", [Hardened.Deployment()]),
        new("RMP4052", "empty", [Hardened.Pod("topologySpreadConstraints[0]", "{}")],
            "spec.template.spec.topologySpreadConstraints[0].maxSkew: spread constraint has no maxSkew",
            "spec.template.spec.topologySpreadConstraints[0].topologyKey: spread constraint has no topologyKey",
            "spec.template.spec.topologySpreadConstraints[0].whenUnsatisfiable: spread constraint has no whenUnsatisfiable"),
        new("RMP4052", "skew 0", [Spread("maxSkew", "0")],
            "spec.template.spec.topologySpreadConstraints[0].maxSkew: spread constraint on kubernetes.io/hostname has maxSkew 0, which is less than 1"),
        new("RMP4052", "unknown skew", [Spread("maxSkew", "'?'")], "? spec.template.spec.topologySpreadConstraints[0].maxSkew is not known yet"),
        new("RMP4052", "other action", [Spread("whenUnsatisfiable", "'Never'")],
            "spec.template.spec.topologySpreadConstraints[0].whenUnsatisfiable: spread constraint on kubernetes.io/hostname has the unknown whenUnsatisfiable 'Never'"),
        new("RMP4052", "domains with ScheduleAnyway", [Spread("minDomains", "2")],
            "spec.template.spec.topologySpreadConstraints[0].minDomains: spread constraint on kubernetes.io/hostname has minDomains, which may only be set with DoNotSchedule"),
        new("RMP4052", "domains 0", [Hard(("minDomains", "0"))],
            "spec.template.spec.topologySpreadConstraints[0].minDomains: spread constraint on kubernetes.io/hostname has minDomains 0, which is less than 1"),
        new("RMP4052", "domains", [Hard(("minDomains", "2"))]),
        new("RMP4052", "policies", [Hardened.Deployment((Path + ".nodeTaintsPolicy", "'Honour'"), (Path + ".nodeAffinityPolicy", "'No'"))],
            "spec.template.spec.topologySpreadConstraints[0].nodeAffinityPolicy: spread constraint on kubernetes.io/hostname has the unknown nodeAffinityPolicy 'No'",
            "spec.template.spec.topologySpreadConstraints[0].nodeTaintsPolicy: spread constraint on kubernetes.io/hostname has the unknown nodeTaintsPolicy 'Honour'"),
        new("RMP4052", "twice",
            [
                Hardened.Pod("topologySpreadConstraints[1]", "{'maxSkew': 2, 'topologyKey': 'kubernetes.io/hostname', 'whenUnsatisfiable': 'ScheduleAnyway', 'labelSelector': {}}"),
            ],
            "spec.template.spec.topologySpreadConstraints[1].topologyKey: spread constraint on kubernetes.io/hostname with ScheduleAnyway is there twice"),
        new("RMP4052", "other action on one key",
            [
                Hardened.Pod("topologySpreadConstraints[1]", "{'maxSkew': 2, 'topologyKey': 'kubernetes.io/hostname', 'whenUnsatisfiable': 'DoNotSchedule', 'labelSelector': {}}"),
            ]),
        new("RMP4052", "keys without selector", [Spread("labelSelector", "null")],
            "spec.template.spec.topologySpreadConstraints[0].labelSelector: spread constraint on kubernetes.io/hostname has matchLabelKeys but no labelSelector"),
        new("RMP4052", "key in both", [Spread("matchLabelKeys", "['app.kubernetes.io/instance']")],
            "spec.template.spec.topologySpreadConstraints[0].matchLabelKeys: spread constraint on kubernetes.io/hostname has 'app.kubernetes.io/instance' in both matchLabelKeys and labelSelector"),
        new("RMP4052", "key in both as the API server writes it",
            [
                AvailabilityObjects.Pod(("spec.topologySpreadConstraints", "[{'maxSkew': 1, 'topologyKey': 'kubernetes.io/hostname', 'whenUnsatisfiable': 'DoNotSchedule', 'matchLabelKeys': ['pod-template-hash'], 'labelSelector': {'matchExpressions': [{'key': 'pod-template-hash', 'operator': 'In', 'values': ['5d']}]}}]")),
            ]),
        new("RMP4052", "unknown list", [Hardened.Pod("topologySpreadConstraints", "'?'")]),
        new("RMP4052", "constraint is a text", [Hardened.Pod("topologySpreadConstraints", "['no']")],
            "? spec.template.spec.topologySpreadConstraints[0].maxSkew is not known yet"),
        new("RMP4053", "own pods", [Hardened.Deployment()]),
        new("RMP4053", "other pods", [Spread("labelSelector.matchLabels[app.kubernetes.io/instance]", "'other'")],
            "spec.template.spec.topologySpreadConstraints[0].labelSelector: spread constraint on kubernetes.io/hostname does not count the pods of Deployment shop/app"),
        new("RMP4053", "no selector", [Spread("labelSelector", "null")],
            "spec.template.spec.topologySpreadConstraints[0].labelSelector: spread constraint on kubernetes.io/hostname has no labelSelector and counts no pods"),
        new("RMP4053", "empty selector", [Spread("labelSelector", "{}")],
            "spec.template.spec.topologySpreadConstraints[0].labelSelector: spread constraint on kubernetes.io/hostname has an empty labelSelector and counts every pod of the namespace"),
        new("RMP4053", "unknown label", [Spread("labelSelector.matchLabels[app.kubernetes.io/instance]", "'?'")],
            "? spec.template.spec.topologySpreadConstraints[0].labelSelector or the labels of the pod are not known yet"),
        new("RMP4054", "one revision", [Hard()]),
        new("RMP4054", "all revisions", [Hard(("matchLabelKeys", "null"))],
            "spec.template.spec.topologySpreadConstraints[0].matchLabelKeys: spread constraint on kubernetes.io/hostname counts old pods too, so a rolling update may wait forever"),
        new("RMP4054", "soft", [Spread("matchLabelKeys", "null")]),
        new("RMP4054", "Recreate", [Hardened.Edit(Hard(("matchLabelKeys", "null")), ("spec.strategy", "{'type': 'Recreate'}"))]),
        new("RMP4054", "unknown keys", [Hard(("matchLabelKeys", "'?'"))]),
        new("RMP4055", "Honor", [Hard()]),
        new("RMP4055", "unset", [Hard(("nodeTaintsPolicy", "null"))],
            "spec.template.spec.topologySpreadConstraints[0].nodeTaintsPolicy: spread constraint on kubernetes.io/hostname counts nodes that the pods cannot run on, so pods may stay pending"),
        new("RMP4055", "Ignore", [Hard(("nodeTaintsPolicy", "'Ignore'"))],
            "spec.template.spec.topologySpreadConstraints[0].nodeTaintsPolicy: spread constraint on kubernetes.io/hostname counts nodes that the pods cannot run on, so pods may stay pending"),
        new("RMP4055", "soft", [Spread("nodeTaintsPolicy", "null")]),
        new("RMP4056", "counts what matters", [Hardened.Deployment()]),
        new("RMP4056", "unset", [Hardened.Deployment((Path + ".nodeTaintsPolicy", "null"), (Path + ".matchLabelKeys", "null"))],
            "spec.template.spec.topologySpreadConstraints[0].matchLabelKeys: spread constraint on kubernetes.io/hostname counts old pods too during a rolling update",
            "spec.template.spec.topologySpreadConstraints[0].nodeTaintsPolicy: spread constraint on kubernetes.io/hostname counts nodes that the pods cannot run on"),
        new("RMP4056", "hard", [Hard(("nodeTaintsPolicy", "null"), ("matchLabelKeys", "null"))]),
        new("RMP4056", "stateful set", [Hardened.Deployment(("kind", "'StatefulSet'"), (Path + ".matchLabelKeys", "null"))]),
        new("RMP4057", "nothing known", [Hard(("minDomains", "5"))]),
        new("RMP4057", "enough", [Hard()]) { Options = Nodes(("a", 1), ("b", 2)) },
        new("RMP4057", "too few domains", [Hard(("minDomains", "5"))],
            "spec.template.spec.topologySpreadConstraints: Deployment shop/app: 3 pods on 2 nodes in 2 zones: does not fit, only 2 can be placed") { Options = Nodes(("a", 1), ("b", 1)) },
        new("RMP4057", "too few domains during a rollout", [Hard(("minDomains", "4"), ("matchLabelKeys", "null"))],
            "spec.template.spec.topologySpreadConstraints: Deployment shop/app: 4 pods (1 of them during a rollout) on 3 nodes in 3 zones: does not fit, only 3 can be placed") { Options = Nodes(("a", 1), ("b", 1), ("c", 1)) },
        new("RMP4057", "rollout that takes one away first",
            [
                Hardened.Edit(Hard(("minDomains", "4"), ("matchLabelKeys", "null")), ("spec.strategy.rollingUpdate.maxUnavailable", "1")),
            ]) { Options = Nodes(("a", 1), ("b", 1), ("c", 1)) },
        new("RMP4057", "no zones", [Hard(("topologyKey", "'topology.kubernetes.io/zone'"))],
            "spec.template.spec.topologySpreadConstraints: Deployment shop/app: 3 pods on 3 nodes without zones: does not fit, none can be placed") { Options = Nodes(("", 3)) },
        new("RMP4057", "soft", [Spread("minDomains", "5")]) { Options = Nodes(("a", 1)) },
        new("RMP4057", "nodes and zones that do not go together",
            [
                Hardened.Edit(
                    Hard(),
                    ("spec.replicas", "4"),
                    ("spec.template.spec.topologySpreadConstraints[1]", "{'maxSkew': 1, 'topologyKey': 'topology.kubernetes.io/zone', 'whenUnsatisfiable': 'DoNotSchedule', 'labelSelector': {'matchLabels': {'app.kubernetes.io/instance': 'app'}}}")),
            ],
            "spec.template.spec.topologySpreadConstraints: Deployment shop/app: 5 pods (1 of them during a rollout) on 4 nodes in 2 zones: does not fit, only 3 can be placed") { Options = Nodes(("a", 1), ("b", 3)) },
        new("RMP4057", "unknown replicas", [Hardened.Edit(Hard(("minDomains", "5")), ("spec.replicas", "'?'"))]) { Options = Nodes(("a", 1)) },
    ];

    private static CheckOptions Nodes(params (string Zone, int Nodes)[] zones) => CheckOptions.Default with
    {
        Cluster = new ClusterInventory { NodesByZone = zones.ToDictionary(zone => zone.Zone, zone => zone.Nodes, StringComparer.Ordinal) },
    };

    private static PropertyObject Spread(string field, string json) => Hardened.Deployment(($"{Path}.{field}", json));

    private static PropertyObject Hard(params (string Field, string Json)[] changes) => Hardened.Edit(
        Hardened.Deployment(($"{Path}.whenUnsatisfiable", "'DoNotSchedule'")),
        [.. changes.Select(change => ($"{Path}.{change.Field}", change.Json))]);
}

using Rampart.Protocol.Values;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Resources;

/// <summary>The cases of the rules about limit ranges.</summary>
internal static class LimitRangeRuleCases
{
    private const string Pod = "spec.template.spec";
    private const string Resources = $"{Pod}.containers[0].resources";
    private const string Rejects = "LimitRange shop/limits rejects the pods:";
    private const string AllMaps = """
        'default': {'cpu': '500m', 'memory': '512Mi'}, 'defaultRequest': {'cpu': '100m', 'memory': '128Mi'},
        'max': {'cpu': '4', 'memory': '8Gi'}, 'min': {'cpu': '10m', 'memory': '16Mi'}
        """;

    private static readonly PropertyObject Complete = NamespaceObjects.ContainerLimits(AllMaps);
    private static readonly PropertyObject Quota = NamespaceObjects.Quota("'requests.cpu': '10'");

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP3041", "one", [NamespaceObjects.Namespace, Hardened.Deployment(), Quota, Complete]),
        new("RMP3041", "a workload alone", [Hardened.Deployment()]),
        new("RMP3041", "an empty namespace", [NamespaceObjects.Namespace]),
        new("RMP3041", "none", [NamespaceObjects.Namespace, Hardened.Deployment(), Quota], ": namespace 'shop' has no LimitRange"),
        new("RMP3041", "a quota alone", [NamespaceObjects.Quota("'pods': 1", name: "a"), Quota, NamespaceObjects.Quota("'cpu': 1", name: "b")],
            ": there is no LimitRange beside the quota, which rejects every pod without a request or limit"),
        new("RMP3041", "a quota on objects", [NamespaceObjects.Quota("'pods': 1"), NamespaceObjects.Quota("'cpu': 1, 'memory': 1"), Complete]),
        new("RMP3041", "an unknown quota", [Hardened.Edit(Quota, ("spec.hard", "'?'"))]),

        new("RMP3042", "complete", [Complete]),
        new("RMP3042", "in two items", [NamespaceObjects.LimitRange("[{'type': 'Pod', 'max': {'cpu': 1}}, {'type': 'Container', " + AllMaps + "}]")]),
        new("RMP3042", "parts", [NamespaceObjects.ContainerLimits("'default': {'cpu': '1', 'memory': '1Gi'}, 'max': {'memory': '2Gi'}")],
            "spec.limits[0]: the item of type Container has no defaultRequest.cpu, defaultRequest.memory, max.cpu, min.cpu, min.memory"),
        new("RMP3042", "none about containers", [NamespaceObjects.LimitRange("[{'type': 'Pod', 'max': {'cpu': 1}}]")],
            "spec.limits: there is no item of type Container"),
        new("RMP3042", "nothing at all", [Hardened.Edit(Complete, ("spec", "null"))], "spec.limits: there is no item of type Container"),
        new("RMP3042", "unknown", [NamespaceObjects.ContainerLimits("'default': {'cpu': '?'}")], "? spec.limits[0].default.cpu is not known yet"),
        new("RMP3042", "an unknown type", [NamespaceObjects.LimitRange("[{'type': '?'}]")], "? spec.limits[0].type is not known yet"),

        new("RMP3043", "in order", [Complete, NamespaceObjects.ContainerLimits("'min': {'cpu': '1'}, 'max': {'cpu': '4'}, 'maxLimitRequestRatio': {'cpu': '4'}")]),
        new("RMP3043", "out of order", [NamespaceObjects.ContainerLimits("'min': {'cpu': '4'}, 'defaultRequest': {'cpu': '3'}, 'default': {'cpu': '2'}, 'max': {'cpu': '1'}")],
            "spec.limits[0].default.cpu: default of cpu is 2, more than max, 1",
            "spec.limits[0].defaultRequest.cpu: defaultRequest of cpu is 3, more than default, 2",
            "spec.limits[0].defaultRequest.cpu: defaultRequest of cpu is 3, more than max, 1",
            "spec.limits[0].min.cpu: min of cpu is 4, more than default, 2",
            "spec.limits[0].min.cpu: min of cpu is 4, more than defaultRequest, 3",
            "spec.limits[0].min.cpu: min of cpu is 4, more than max, 1"),
        new("RMP3043", "ratio", [NamespaceObjects.ContainerLimits("'min': {'cpu': '1'}, 'max': {'cpu': '2'}, 'maxLimitRequestRatio': {'cpu': '3', 'memory': '500m'}")],
            "spec.limits[0].maxLimitRequestRatio.cpu: maxLimitRequestRatio of cpu is 3, more than max, 2, divided by min, 1",
            "spec.limits[0].maxLimitRequestRatio.memory: maxLimitRequestRatio of memory is 500m, less than 1"),
        new("RMP3043", "types", [NamespaceObjects.LimitRange("[{'max': {}}, {'type': 'Containers'}, {'type': 'Pod', 'default': {'cpu': 1}}, {'type': 'Pod'}, {'type': 'a.b/c'}]")],
            "spec.limits[0].type: the item has no type",
            "spec.limits[1].type: 'Containers' is not a type of limits",
            "spec.limits[2].default: an item of type Pod has no defaults",
            "spec.limits[3].type: there are two items of type Pod"),
        new("RMP3043", "unknown", [NamespaceObjects.LimitRange("'?'"), NamespaceObjects.LimitRange("[{'type': '?'}]")],
            "? spec.limits is not known yet",
            "? spec.limits[0].type is not known yet"),

        new("RMP3044", "within", [Hardened.Deployment(), Complete]),
        new("RMP3044", "filled in", [Hardened.Container("resources", "null"), Complete, NamespaceObjects.ContainerLimits("'max': {'cpu': 1}")]),
        new("RMP3044", "below and above",
            [
                Hardened.Pod("initContainers", "[{'name': 'migrate', 'resources': {'requests': {'cpu': '5m', 'memory': '9Gi'}, 'limits': {'cpu': '5', 'memory': '9Gi'}}}]"),
                Complete,
            ],
            $"{Pod}.initContainers[0].resources.limits.cpu: {Rejects} init container 'migrate' has a cpu limit of 5, and at most 4 is allowed",
            $"{Pod}.initContainers[0].resources.limits.memory: {Rejects} init container 'migrate' has a memory limit of 9Gi, and at most 8Gi is allowed",
            $"{Pod}.initContainers[0].resources.requests.cpu: {Rejects} init container 'migrate' requests 5m of cpu, and at least 10m is required"),
        new("RMP3044", "a limit that is filled in", [Hardened.Container("resources", "{'requests': {'cpu': '1', 'memory': '128Mi'}}"), Complete],
            $"{Resources}.requests.cpu: {Rejects} container 'app' requests 1 of cpu, more than the limit of 500m that it gets"),
        new("RMP3044", "ratio", [Hardened.Deployment(), NamespaceObjects.ContainerLimits("'maxLimitRequestRatio': {'cpu': '4'}")],
            $"{Resources}.limits.cpu: {Rejects} container 'app' has a cpu limit of 500m and requests 100m, and a limit may be 4 times the request"),
        new("RMP3044", "ratio of nothing", [Hardened.Container("resources", "null"), NamespaceObjects.ContainerLimits("'maxLimitRequestRatio': {'cpu': '4'}")],
            $"{Resources}.limits.cpu: {Rejects} container 'app' has a cpu limit of nothing and requests nothing, and a limit may be 4 times the request"),
        new("RMP3044", "pods", [Hardened.Deployment(), NamespaceObjects.LimitRange("[{'type': 'Pod', 'max': {'cpu': '400m'}, 'min': {'memory': '1Gi', 'ephemeral-storage': '1Mi'}}]")],
            $"{Pod}.resources.limits.cpu: {Rejects} the pod has a cpu limit of 500m, and at most 400m is allowed",
            $"{Pod}.resources.requests.memory: {Rejects} the pod requests 128Mi of memory, and at least 1Gi is required"),
        new("RMP3044", "a sum to which not all add", [Hardened.Pod("initContainers", "[{'name': 'a'}]"), NamespaceObjects.LimitRange("[{'type': 'Pod', 'max': {'cpu': '1'}, 'min': {'memory': '1Gi'}}]")]),
        new("RMP3044", "no limit for a pod", [Hardened.Container("resources", "null"), NamespaceObjects.LimitRange("[{'type': 'Pod', 'max': {'cpu': '1'}}]")],
            $"{Pod}.resources.limits.cpu: {Rejects} the pod has no cpu limit, and at most 1 is allowed"),
        new("RMP3044", "pods of another object", [Hardened.Deployment(("metadata.ownerReferences", "[{'kind': 'X'}]")), NamespaceObjects.ContainerLimits("'max': {'cpu': '1m'}")]),
        new("RMP3044", "another namespace", [Hardened.Deployment(("metadata.namespace", "'other'")), NamespaceObjects.ContainerLimits("'max': {'cpu': '1m'}")]),
        new("RMP3044", "unknown", [Hardened.Container("resources.limits.cpu", "'?'"), Complete], $"? {Resources}.limits.cpu is not known yet"),
        new("RMP3044", "an unknown limit range", [Hardened.Deployment(), NamespaceObjects.ContainerLimits("'max': {'cpu': '?'}")], "? spec.limits[0].max.cpu is not known yet"),
    ];
}

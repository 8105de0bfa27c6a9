using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Resources;

/// <summary>The cases of the rules about single quantities.</summary>
internal static class QuantityRuleCases
{
    private const string Resources = "spec.template.spec.containers[0].resources";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP3001", "quantities", [Hardened.Deployment(), NamespaceObjects.Quota("'pods': '5'")]),
        new("RMP3001", "numbers", [Hardened.Container("resources", "{'limits': {'cpu': 2, 'memory': 1.5e9}, 'requests': {'cpu': 0.5}}")]),
        new("RMP3001", "nothing", [Hardened.Container("resources", "null")]),
        new("RMP3001", "a wrong suffix", [Hardened.Container("resources.limits.memory", "'512MB'")],
            $"{Resources}.limits.memory: '512MB' is not a quantity: 'MB' is not a suffix; did you mean 'M'?"),
        new("RMP3001", "empty", [Hardened.Container("resources.limits.memory", "''")], $"{Resources}.limits.memory: '' is not a quantity: it is empty"),
        new("RMP3001", "negative", [Hardened.Container("resources.requests.cpu", "'-1'"), Hardened.Container("resources.requests.cpu", "-2")],
            $"{Resources}.requests.cpu: '-1' is negative",
            $"{Resources}.requests.cpu: '-2' is negative"),
        new("RMP3001", "a secret", [Hardened.Container("resources.limits.cpu", "'!much'"), Hardened.Container("resources.limits.memory", "'!-1'")],
            $"{Resources}.limits.cpu: the text is not a quantity",
            $"{Resources}.limits.memory: the quantity is negative"),
        new("RMP3001", "unknown", [Hardened.Container("resources.limits.cpu", "'?'")], $"? {Resources}.limits.cpu is not known yet"),
        new("RMP3001", "neither text nor number", [Hardened.Container("resources.limits.cpu", "true")], $"? {Resources}.limits.cpu is a boolean, which the API server does not take here"),
        new("RMP3001", "a list for a map", [Hardened.Container("resources.limits", "[]")], $"? {Resources}.limits is a list, which the API server does not take here"),
        new("RMP3001", "a text for a container", [Hardened.Pod("containers", "['app']")], "? spec.template.spec.containers[0] is a string, which the API server does not take here"),
        new("RMP3001", "every place",
            [
                Hardened.Deployment(
                    ("spec.template.spec.initContainers", "[{'name': 'a', 'resources': {'requests': {'memory': '1 Gi'}}}]"),
                    ("spec.template.spec.resources", "{'limits': {'cpu': 'x'}}"),
                    ("spec.template.spec.volumes", "[{'name': 'tmp', 'emptyDir': {'sizeLimit': '1GB'}}, {'name': 'e', 'ephemeral': {'volumeClaimTemplate': {'spec': {'resources': {'requests': {'storage': '1g'}}}}}}]")),
            ],
            "spec.template.spec.initContainers[0].resources.requests.memory: '1 Gi' is not a quantity: it contains white space",
            "spec.template.spec.resources.limits.cpu: 'x' is not a quantity: it has no digits",
            "spec.template.spec.volumes[0].emptyDir.sizeLimit: '1GB' is not a quantity: 'GB' is not a suffix; did you mean 'G'?",
            "spec.template.spec.volumes[1].ephemeral.volumeClaimTemplate.spec.resources.requests.storage: '1g' is not a quantity: 'g' is not a suffix; did you mean 'G'?"),
        new("RMP3001", "quota, limit range and claims",
            [
                NamespaceObjects.Quota("'requests.cpu': 'ten'"),
                NamespaceObjects.ContainerLimits("'max': {'cpu': '-1'}"),
                NamespaceObjects.Of("v1", "PersistentVolumeClaim", "'spec': {'resources': {'requests': {'storage': 'x'}}}"),
                NamespaceObjects.Of("apps/v1", "StatefulSet", "'spec': {'volumeClaimTemplates': [{'spec': {'resources': {'requests': {'storage': 'y'}}}}]}"),
            ],
            "spec.hard[requests.cpu]: 'ten' is not a quantity: it has no digits",
            "spec.limits[0].max.cpu: '-1' is negative",
            "spec.resources.requests.storage: 'x' is not a quantity: it has no digits",
            "spec.volumeClaimTemplates[0].spec.resources.requests.storage: 'y' is not a quantity: it has no digits"),

        new("RMP3002", "known names",
            [
                Hardened.Container("resources.limits", "{'cpu': '1', 'hugepages-2Mi': '2Mi', 'nvidia.com/gpu': 1}"),
                NamespaceObjects.Quota("'cpu': 1, 'requests.cpu': 1, 'limits.ephemeral-storage': 1, 'count/deployments.apps': 1, 'requests.nvidia.com/gpu': 1, 'requests.hugepages-2Mi': 1, 'services.nodeports': 0"),
                NamespaceObjects.Of("v1", "PersistentVolumeClaim", "'spec': {'resources': {'requests': {'storage': '1Gi'}}}"),
            ]),
        new("RMP3002", "misspelt", [Hardened.Container("resources.limits", "{'memroy': '1Gi', 'storage': '1Gi'}")],
            $"{Resources}.limits.memroy: 'memroy' is not a resource of containers",
            $"{Resources}.limits.storage: 'storage' is not a resource of containers"),
        new("RMP3002", "misspelt in a quota", [NamespaceObjects.Quota("'request.cpu': '10', 'nodes': '1'")],
            "spec.hard.nodes: 'nodes' is not a resource that a quota counts",
            "spec.hard[request.cpu]: 'request.cpu' is not a resource that a quota counts"),

        new("RMP3003", "whole bytes", [Hardened.Deployment(), NamespaceObjects.Quota("'requests.memory': '1.5Gi', 'requests.cpu': '500m'"), NamespaceObjects.ContainerLimits("'maxLimitRequestRatio': {'memory': '1500m'}")]),
        new("RMP3003", "milli", [Hardened.Container("resources.limits.memory", "'512m'")],
            $"{Resources}.limits.memory: '512m' is not a whole number of bytes; did you mean '512Mi'?"),
        new("RMP3003", "milli that make whole bytes", [Hardened.Container("resources.limits.memory", "'2000m'")]),
        new("RMP3003", "a fraction", [NamespaceObjects.Quota("'requests.storage': '0.5'")], "spec.hard[requests.storage]: '0.5' is not a whole number of bytes"),
        new("RMP3003", "a secret", [Hardened.Container("resources.limits.memory", "'!512m'")], $"{Resources}.limits.memory: '[secret]' is not a whole number of bytes"),

        new("RMP3004", "below", [Hardened.Deployment()]),
        new("RMP3004", "equal in other words", [Hardened.Container("resources", "{'requests': {'cpu': '1000m'}, 'limits': {'cpu': 1}}")]),
        new("RMP3004", "no limit", [Hardened.Container("resources", "{'requests': {'cpu': '1000m'}}")]),
        new("RMP3004", "above", [Hardened.Container("resources.requests.memory", "'1Gi'")],
            $"{Resources}.requests.memory: container 'app' requests 1Gi of memory, more than its limit of 128Mi"),
        new("RMP3004", "a secret", [Hardened.Container("resources.requests.memory", "'!1Gi'")],
            $"{Resources}.requests.memory: container 'app' requests [secret] of memory, more than its limit of 128Mi"),
        new("RMP3004", "huge pages", [Hardened.Container("resources", "{'requests': {'hugepages-2Mi': '2Mi', 'a.b/c': 1}, 'limits': {'hugepages-2Mi': '4Mi', 'a.b/c': 2}}")],
            $"{Resources}.requests.hugepages-2Mi: container 'app' requests 2Mi of hugepages-2Mi, less than its limit of 4Mi, and both must be the same",
            $"{Resources}.requests[a.b/c]: container 'app' requests 1 of a.b/c, less than its limit of 2, and both must be the same"),
        new("RMP3004", "the pod", [Hardened.Pod("resources", "{'requests': {'cpu': '2'}, 'limits': {'cpu': '1'}}")],
            "spec.template.spec.resources.requests.cpu: the pod requests 2 of cpu, more than its limit of 1"),
        new("RMP3004", "unknown", [Hardened.Container("resources.requests.cpu", "'?'"), Hardened.Container("resources.limits.cpu", "'?'")],
            $"? {Resources}.limits.cpu is not known yet",
            $"? {Resources}.requests.cpu is not known yet"),
        new("RMP3004", "invalid is told elsewhere", [Hardened.Container("resources.requests.cpu", "'x'")]),
    ];
}

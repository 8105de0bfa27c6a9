using Rampart.Protocol.Values;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Resources;

/// <summary>The cases of the rules about what containers and pods ask for.</summary>
internal static class ContainerResourceRuleCases
{
    private const string Pod = "spec.template.spec";
    private const string Resources = $"{Pod}.containers[0].resources";
    private const string Init = $"{Pod}.initContainers[0].resources";

    private static readonly PropertyObject Defaults = NamespaceObjects.ContainerLimits(
        "'default': {'cpu': '500m', 'memory': '512Mi', 'ephemeral-storage': '1Gi'}, 'defaultRequest': {'cpu': '100m', 'memory': '128Mi'}");

    private static readonly PropertyObject UnknownDefaults = NamespaceObjects.ContainerLimits("'default': {'cpu': '?'}");

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. Missing("RMP3011", "requests", "cpu", "request"),
        .. Missing("RMP3012", "requests", "memory", "request"),
        .. Missing("RMP3013", "limits", "cpu", "limit"),
        .. Missing("RMP3014", "limits", "memory", "limit"),
        .. Missing("RMP3016", "requests", "ephemeral-storage", "request"),
        .. Missing("RMP3017", "limits", "ephemeral-storage", "limit"),
        new("RMP3011", "the limit is the request", [Hardened.Container("resources.requests.cpu", "null")]),
        new("RMP3011", "an unknown limit", [Hardened.Container("resources", "{'limits': {'cpu': '?'}}")], $"? {Resources}.requests.cpu is not known yet"),
        new("RMP3011", "the pod requests", [Hardened.Deployment(($"{Pod}.containers[0].resources", "null"), ($"{Pod}.resources", "{'requests': {'cpu': '1'}}"))]),
        new("RMP3011", "the pod's limit", [Hardened.Deployment(($"{Pod}.containers[0].resources", "null"), ($"{Pod}.resources", "{'limits': {'cpu': '1'}}"))]),
        new("RMP3013", "the pod requests", [Hardened.Deployment(($"{Pod}.containers[0].resources", "null"), ($"{Pod}.resources", "{'requests': {'cpu': '1'}}"))],
            $"{Resources}.limits.cpu: container 'app' has no cpu limit"),
        new("RMP3013", "the pod's limit", [Hardened.Deployment(($"{Pod}.containers[0].resources", "null"), ($"{Pod}.resources", "{'limits': {'cpu': '1'}}"))]),
        new("RMP3013", "the pod's limit is not known", [Hardened.Deployment(($"{Pod}.containers[0].resources", "null"), ($"{Pod}.resources", "{'limits': {'cpu': '?'}}"))],
            $"? {Resources}.limits.cpu is not known yet"),
        new("RMP3013", "the maximum is the default", [Hardened.Container("resources", "null"), NamespaceObjects.ContainerLimits("'max': {'cpu': '1'}")]),
        new("RMP3017", "the pod has no such limit", [Hardened.Deployment(($"{Pod}.containers[0].resources", "null"), ($"{Pod}.resources", "{'limits': {'ephemeral-storage': '1'}}"))],
            $"{Resources}.limits.ephemeral-storage: container 'app' has no ephemeral-storage limit"),

        new("RMP3015", "own", [Hardened.Deployment(), Defaults]),
        new("RMP3015", "nobody is told elsewhere", [Hardened.Container("resources", "null")]),
        new("RMP3015", "limit", [Hardened.Container("resources.requests", "{'memory': '64Mi'}")],
            $"{Resources}.requests.cpu: container 'app' has no cpu request of its own and gets its limit, 500m",
            $"{Resources}.requests.ephemeral-storage: container 'app' has no ephemeral-storage request of its own and gets its limit, 128Mi"),
        new("RMP3015", "limit range", [Hardened.Container("resources.limits", "null"), Defaults],
            $"{Resources}.limits.cpu: container 'app' has no cpu limit of its own and gets 500m from LimitRange shop/limits",
            $"{Resources}.limits.ephemeral-storage: container 'app' has no ephemeral-storage limit of its own and gets 1Gi from LimitRange shop/limits",
            $"{Resources}.limits.memory: container 'app' has no memory limit of its own and gets 512Mi from LimitRange shop/limits"),
        new("RMP3015", "a secret", [Hardened.Container("resources", "{'limits': {'cpu': '!1'}}")],
            $"{Resources}.requests.cpu: container 'app' has no cpu request of its own and gets its limit, [secret]"),

        new("RMP3018", "sized", [Hardened.Deployment()]),
        new("RMP3018", "no volumes", [Hardened.Pod("volumes", "null")]),
        new("RMP3018", "other volumes", [Hardened.Pod("volumes", "[{'name': 'c', 'configMap': {'name': 'c'}}, '?']")],
            $"? {Pod}.volumes[1].emptyDir.sizeLimit is not known yet"),
        new("RMP3018", "no size", [Hardened.Pod("volumes", "[{'name': 'a', 'emptyDir': {}}, {'name': 'b', 'emptyDir': {'medium': 'Memory'}}, {'name': 'c', 'emptyDir': {'sizeLimit': 0}}, {'name': 'd'}]")],
            $"{Pod}.volumes[0].emptyDir.sizeLimit: volume 'a' has no size limit",
            $"{Pod}.volumes[1].emptyDir.sizeLimit: volume 'b' has no size limit, so it may fill the node's memory",
            $"{Pod}.volumes[2].emptyDir.sizeLimit: volume 'c' has no size limit",
            $"{Pod}.volumes[3].emptyDir.sizeLimit: volume 'd' has no size limit"),
        new("RMP3018", "unknown", [Hardened.Pod("volumes", "[{'name': 'a', 'emptyDir': {'sizeLimit': '?'}}]"), Hardened.Pod("volumes", "'?'")],
            $"? {Pod}.volumes is not known yet",
            $"? {Pod}.volumes[0].emptyDir.sizeLimit is not known yet"),

        new("RMP3021", "Guaranteed", [Both("'1'", "'4Gi'", "'1'", "'4Gi'"), Both("'1'", "'4Gi'", "null", "null"), Both("1", "'4Gi'", "'1000m'", "'4096Mi'")]),
        new("RMP3021", "no limit for cpu by choice", [Both("null", "'4Gi'", "'1'", "'4Gi'")]),
        new("RMP3021", "the guide's first block", [Both("'2000m'", "'4Gi'", "'1000m'", "'1Gi'")],
            $"{Resources}.requests.cpu: the pods are Burstable, not Guaranteed: container 'app' requests 1 of cpu and may use 2"),
        new("RMP3021", "memory", [Both("'1'", "'4Gi'", "'1'", "'1Gi'")],
            $"{Resources}.requests.memory: the pods are Burstable, not Guaranteed: container 'app' requests 1Gi of memory and may use 4Gi"),
        new("RMP3021", "a job", [NamespaceObjects.Of("batch/v1", "Job", "'spec': {'template': {'spec': {'containers': [{'name': 'c', 'resources': {'limits': {'cpu': 2, 'memory': '1Gi'}, 'requests': {'cpu': 1}}}]}}}")]),
        new("RMP3021", "a job that is BestEffort", [NamespaceObjects.Of("batch/v1", "Job", "'spec': {'template': {'spec': {'containers': [{'name': 'c'}]}}}")],
            "spec.template.spec.containers: the pods are BestEffort, the first to be evicted when their node runs short: no container requests cpu or memory"),
        new("RMP3021", "an init container without limits", [WithInit("null")],
            $"{Init}.limits.cpu: the pods are Burstable, not Guaranteed: init container 'migrate' has no cpu limit"),
        new("RMP3021", "an init container that a limit range fills", [WithInit("null"), NamespaceObjects.ContainerLimits("'default': {'cpu': '1', 'memory': '1Gi'}")]),
        new("RMP3021", "an init container that requests less", [WithInit("{'limits': {'cpu': '1', 'memory': '1Gi'}, 'requests': {'memory': '512Mi'}}")],
            $"{Init}.requests.memory: the pods are Burstable, not Guaranteed: init container 'migrate' requests 512Mi of memory and may use 1Gi"),
        new("RMP3021", "an ephemeral container", [Hardened.Edit(Both("'1'", "'4Gi'", "'1'", "'4Gi'"), ($"{Pod}.ephemeralContainers", "[{'name': 'look'}]"))]),
        new("RMP3021", "BestEffort", [Hardened.Container("resources", "null")],
            $"{Pod}.containers: the pods are BestEffort, the first to be evicted when their node runs short: no container requests cpu or memory"),
        new("RMP3021", "BestEffort but for a limit range", [Hardened.Container("resources", "null"), NamespaceObjects.ContainerLimits("'defaultRequest': {'cpu': '1'}")]),
        new("RMP3021", "the pod's own", [PodLevel("{'limits': {'cpu': '1', 'memory': '1Gi'}}"), PodLevel("{'requests': {'cpu': '1'}}")]),
        new("RMP3021", "the pod requests less", [PodLevel("{'limits': {'cpu': '2', 'memory': '1Gi'}, 'requests': {'cpu': '1'}}")],
            $"{Pod}.resources.requests.cpu: the pods are Burstable, not Guaranteed: the pod requests 1 of cpu and may use 2"),
        new("RMP3021", "unknown", [Both("'2'", "'4Gi'", "'?'", "'4Gi'")], $"? {Resources}.requests.cpu is not known yet"),
        new("RMP3021", "a secret", [Both("'2'", "'4Gi'", "'!1'", "'4Gi'")], $"? {Resources}.requests.cpu is a secret"),
        new("RMP3021", "an unknown limit range", [WithInit("null"), UnknownDefaults]),
    ];

    private static IEnumerable<RuleCase> Missing(string rule, string list, string resource, string noun)
    {
        string path = $"resources.{list}.{resource}";
        yield return new(rule, "set", [Hardened.Deployment()]);
        yield return new(rule, "missing", [Hardened.Container("resources", "null")],
            $"{Pod}.containers[0].{path}: container 'app' has no {resource} {noun}");
        yield return new(rule, "zero", [Hardened.Container(path, "'0'")],
            $"{Pod}.containers[0].{path}: container 'app' has a {resource} {noun} of 0, which means none");
        yield return new(rule, "unknown", [Hardened.Container(path, "'?'")], $"? {Pod}.containers[0].{path} is not known yet");
        yield return new(rule, "a text for the map", [Hardened.Container("resources", "'all'")], $"? {Pod}.containers[0].{path} is not known yet");
        yield return new(rule, "an unknown list", [Hardened.Pod("containers", "'?'")], $"? {Pod}.containers is not known yet");
        yield return new(rule, "invalid is told elsewhere", [Hardened.Container(path, "'much'")]);
        yield return new(rule, "init container and sidecar", [Hardened.Pod("initContainers", "[{'name': 'a'}, {'name': 'b', 'restartPolicy': 'Always'}]")],
            $"{Pod}.initContainers[0].{path}: init container 'a' has no {resource} {noun}",
            $"{Pod}.initContainers[1].{path}: sidecar 'b' has no {resource} {noun}");
        yield return new(rule, "ephemeral container", [Hardened.Pod("ephemeralContainers", "[{'name': 'look'}]")]);
        yield return new(rule, "a limit range", [Hardened.Container("resources", "null"), Defaults]);
        yield return new(rule, "an unknown limit range", [Hardened.Container("resources", "null"), UnknownDefaults],
            $"? {Pod}.containers[0].{path} depends on LimitRange shop/limits");
        yield return new(rule, "a limit range elsewhere", [Hardened.Container("resources", "null"), Hardened.Edit(Defaults, ("metadata.namespace", "'other'"))],
            $"{Pod}.containers[0].{path}: container 'app' has no {resource} {noun}");
    }

    private static PropertyObject Both(string cpuLimit, string memoryLimit, string cpuRequest, string memoryRequest) => Hardened.Container(
        "resources",
        $"{{'limits': {{'cpu': {cpuLimit}, 'memory': {memoryLimit}}}, 'requests': {{'cpu': {cpuRequest}, 'memory': {memoryRequest}}}}}");

    private static PropertyObject WithInit(string resources) =>
        Hardened.Edit(Both("'1'", "'4Gi'", "'1'", "'4Gi'"), ($"{Pod}.initContainers", $"[{{'name': 'migrate', 'resources': {resources}}}]"));

    private static PropertyObject PodLevel(string resources) =>
        Hardened.Deployment(($"{Pod}.containers[0].resources", "null"), ($"{Pod}.resources", resources));
}

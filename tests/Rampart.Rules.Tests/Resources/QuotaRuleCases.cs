using Rampart.Protocol.Values;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Resources;

/// <summary>The cases of the rules about quotas and what they say.</summary>
internal static class QuotaRuleCases
{
    private const string AllKeys = "'requests.cpu': '10', 'requests.memory': '20Gi', 'limits.cpu': '20', 'limits.memory': '40Gi'";

    private static readonly PropertyObject Guide = NamespaceObjects.Quota($"{AllKeys}, 'persistentvolumeclaims': '5'");

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP3031", "a quota", [NamespaceObjects.Namespace, Hardened.Deployment(), Guide]),
        new("RMP3031", "a namespace that is not declared", [Hardened.Deployment()]),
        new("RMP3031", "an empty namespace", [NamespaceObjects.Namespace]),
        new("RMP3031", "none", [NamespaceObjects.Namespace, Hardened.Deployment(), Hardened.Deployment()], ": namespace 'shop' has no ResourceQuota"),
        new("RMP3031", "one elsewhere", [NamespaceObjects.Namespace, Hardened.Deployment(), Hardened.Edit(Guide, ("metadata.namespace", "'other'"))],
            ": namespace 'shop' has no ResourceQuota"),

        new("RMP3032", "all keys", [Guide, NamespaceObjects.Quota("'pods': 1", name: "b")]),
        new("RMP3032", "short names", [NamespaceObjects.Quota("'cpu': '1', 'memory': '1Gi', 'limits.cpu': '1', 'limits.memory': '1Gi'")]),
        new("RMP3032", "in two quotas", [NamespaceObjects.Quota("'requests.cpu': '1', 'requests.memory': '1Gi'"), NamespaceObjects.Quota("'limits.cpu': '1', 'limits.memory': '1Gi'", name: "b")]),
        new("RMP3032", "some", [NamespaceObjects.Quota("'requests.cpu': '1', 'limits.memory': '1Gi'"), NamespaceObjects.Quota("'pods': 1", name: "b")],
            "spec.hard: the quota does not limit requests.memory, limits.cpu"),
        new("RMP3032", "none", [Hardened.Edit(Guide, ("spec.hard", "null"))],
            "spec.hard: the quota does not limit requests.cpu, requests.memory, limits.cpu, limits.memory"),
        new("RMP3032", "of some pods", [NamespaceObjects.Quota("'pods': 1", ", 'scopes': ['BestEffort']")]),
        new("RMP3032", "unknown", [Hardened.Edit(Guide, ("spec.hard", "'?'"))], "? spec.hard is not known yet"),

        new("RMP3033", "claims", [Guide]),
        new("RMP3033", "storage", [NamespaceObjects.Quota("'requests.storage': '0'"), NamespaceObjects.Quota("'pods': 1", name: "b")]),
        new("RMP3033", "none", [NamespaceObjects.Quota(AllKeys)], "spec.hard: the quota does not limit persistentvolumeclaims"),
        new("RMP3033", "unknown", [Hardened.Edit(Guide, ("spec.hard", "'?'"))]),

        new("RMP3034", "none", [Guide]),
        new("RMP3034", "right", [NamespaceObjects.Quota("'pods': 1, 'requests.cpu': 1", ", 'scopes': ['Terminating', 'NotBestEffort']")]),
        new("RMP3034", "opposites", [NamespaceObjects.Quota("'pods': 1", ", 'scopes': ['Terminating', 'NotTerminating', 'BestEffort', 'NotBestEffort']")],
            "spec.scopes[1]: no pod is both Terminating and NotTerminating",
            "spec.scopes[3]: no pod is both BestEffort and NotBestEffort"),
        new("RMP3034", "no scope", [NamespaceObjects.Quota("'pods': 1", ", 'scopes': ['Best']")], "spec.scopes[0]: 'Best' is not a scope"),
        new("RMP3034", "what a scope cannot count", [NamespaceObjects.Quota("'pods': 1, 'requests.cpu': 1, 'count/jobs.batch': 1", ", 'scopes': ['BestEffort']")],
            "spec.hard[requests.cpu]: a quota of scope BestEffort cannot limit requests.cpu"),
        new("RMP3034", "objects", [NamespaceObjects.Quota("'services': 1", ", 'scopes': ['PriorityClass']")],
            "spec.hard.services: a quota of scope PriorityClass cannot limit services"),
        new("RMP3034", "unknown", [NamespaceObjects.Quota("'pods': 1", ", 'scopes': ['?']"), NamespaceObjects.Quota("'pods': 1", ", 'scopes': '?'")],
            "? spec.scopes is not known yet",
            "? spec.scopes[0] is not known yet"),

        new("RMP3036", "all set", [Hardened.Deployment(), Guide]),
        new("RMP3036", "no quota", [Hardened.Container("resources", "null")]),
        new("RMP3036", "a quota on pods", [Hardened.Container("resources", "null"), NamespaceObjects.Quota("'pods': 100")]),
        new("RMP3036", "init container", [Hardened.Pod("initContainers", "[{'name': 'migrate', 'resources': {'limits': {'cpu': 1}}}]"), Guide],
            "spec.template.spec: ResourceQuota shop/quota rejects the pods: must specify limits.memory for: migrate; requests.memory for: migrate"),
        new("RMP3036", "a limit range", [Hardened.Container("resources", "null"), Guide, NamespaceObjects.ContainerLimits("'default': {'cpu': 1, 'memory': '1Gi'}")]),
        new("RMP3036", "the pod's own resources", [Hardened.Deployment(("spec.template.spec.containers[0].resources", "null"), ("spec.template.spec.resources", "{'limits': {'cpu': 1}}")), Guide]),
        new("RMP3036", "pods that the quota does not count", [Hardened.Container("resources", "null"), NamespaceObjects.Quota("'requests.cpu': 1", ", 'scopes': ['NotBestEffort']")]),
        new("RMP3036", "pods of another object", [Hardened.Edit(Hardened.Container("resources", "null"), ("metadata.ownerReferences", "[{'kind': 'X'}]")), Guide]),
    ];
}

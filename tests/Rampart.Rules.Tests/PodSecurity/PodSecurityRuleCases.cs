using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.PodSecurity;

/// <summary>The cases of the rules about the security of pods; what the standards say is in <c>Checks</c>.</summary>
internal static class PodSecurityRuleCases
{
    private const string Container = "spec.template.spec.containers[0]";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP1101", "true", [Hardened.Deployment()]),
        new("RMP1101", "unset", [Hardened.Container("securityContext.readOnlyRootFilesystem", "null")],
            $"{Container}.securityContext.readOnlyRootFilesystem: container 'app' can write to its root filesystem"),
        new("RMP1101", "false", [Hardened.Container("securityContext.readOnlyRootFilesystem", "false")],
            $"{Container}.securityContext.readOnlyRootFilesystem: container 'app' can write to its root filesystem"),
        new("RMP1101", "unknown", [Hardened.Container("securityContext.readOnlyRootFilesystem", "'?'")],
            $"? {Container}.securityContext.readOnlyRootFilesystem is not known yet"),
        new("RMP1101", "init container", [Hardened.Pod("initContainers", "[{'name': 'migrate'}]")],
            "spec.template.spec.initContainers[0].securityContext.readOnlyRootFilesystem: init container 'migrate' can write to its root filesystem"),
        .. StandardFieldCases.All,
        .. NamespaceLabelCases.All,
        .. UserAndGroupCases.All,
        .. SecurityProfileCases.All,
        .. PodHardeningCases.All,
    ];
}

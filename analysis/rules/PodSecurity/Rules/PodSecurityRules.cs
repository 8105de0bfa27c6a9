using Rampart.Rules.Catalogue;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>The rules about the security of pods: the standards, and what hardens a pod besides.</summary>
internal static class PodSecurityRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. PodSecurityStandardRules.All,
        new ReadOnlyRootFilesystemRule(),
        new NamespaceEnforcesStandardRule(),
        new NamespaceLabelsValidRule(),
        new NamespaceEnforceVersionRule(),
        new NamespaceAuditsAndWarnsRule(),
        new UserAndGroupSetRule(),
        new HighUserAndGroupRule(),
        new RootGroupsRule(),
        new FsGroupSetRule(),
        new FsGroupChangePolicyRule(),
        new PodDefaultsRule(),
        new ContainerSecurityContextRule(),
        new AppArmorOrSELinuxRule(),
        new AppArmorAnnotationRule(),
        new AppArmorProfileValidRule(),
        new SELinuxLevelRule(),
        new SeccompProfileValidRule(),
        new SeccompAnnotationRule(),
        new UserNamespaceRule(),
        new UserNamespaceValidRule(),
        new PrivilegeContradictionRule(),
        new ServiceLinksRule(),
        new HostAliasesRule(),
        new SharedProcessesRule(),
        new ScratchVolumeRule(),
        new VolumeMountsRule(),
        new UnprivilegedPortsRule(),
        new SshPortRule(),
        new UniqueEnvironmentRule(),
        new MountedVolumesRule(),
        new EnvironmentValidRule(),
    ];
}

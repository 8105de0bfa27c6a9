using Rampart.Rules.Catalogue;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>The rules about the security of pods: the standards, and what hardens a pod besides.</summary>
internal static class PodSecurityRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. PodSecurityStandardRules.All,
        new ReadOnlyRootFilesystemRule(),
    ];
}

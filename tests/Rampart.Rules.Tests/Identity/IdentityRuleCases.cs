using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Identity;

/// <summary>The cases of the rules about accounts, permissions and secrets.</summary>
internal static class IdentityRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. AccountCases.All,
        .. PermissionCases.All,
        .. SecretCases.All,
    ];
}

using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Identity.Rules;

/// <summary>The rules about accounts, permissions and secrets.</summary>
internal static class IdentityRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}

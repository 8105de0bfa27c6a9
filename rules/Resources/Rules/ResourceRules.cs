using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Resources.Rules;

/// <summary>The rules about resources, quota and limit ranges.</summary>
internal static class ResourceRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}

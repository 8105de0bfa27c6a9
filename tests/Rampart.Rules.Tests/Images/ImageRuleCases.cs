using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Images;

/// <summary>The cases of the rules about images.</summary>
internal static class ImageRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. ImageTextRuleCases.All,
        .. ImagePullRuleCases.All,
        .. SpiceDbAdvisoryRuleCases.All,
        .. ImagePolicyRuleCases.All,
    ];
}

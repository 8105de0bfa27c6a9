using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Images.Rules;

/// <summary>The rules about images.</summary>
internal static class ImageRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}

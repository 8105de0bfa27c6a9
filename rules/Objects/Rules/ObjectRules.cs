using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Objects.Rules;

/// <summary>The rules about what an object has to be, so that other rules can look at it at all.</summary>
internal static class ObjectRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new KindServedRule(),
        new ContainersPresentRule(),
        FieldTypeRule.Instance,
        new UnknownFieldRule(),
        new RejectedValueRule(),
        ObjectOnceRule.Instance,
    ];
}

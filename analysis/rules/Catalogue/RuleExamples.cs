using System.Collections.Frozen;
using Rampart.Rules.Findings;
using Rampart.Rules.Images.Rules;
using Rampart.Rules.Objects.Rules;
using Rampart.Rules.PodSecurity.Rules;

namespace Rampart.Rules.Catalogue;

/// <summary>The examples of rules that do not have theirs in <see cref="Rule.Example"/>.</summary>
internal static class RuleExamples
{
    private static readonly FrozenDictionary<string, NumberedExample> Examples = new[]
    {
        PodSecurityExamples.All,
        ObjectExamples.All,
        ImageExamples.All,
    }.SelectMany(static each => each).ToFrozenDictionary(static example => example.Rule, StringComparer.Ordinal);

    /// <summary>All of them, in no order.</summary>
    public static IReadOnlyList<NumberedExample> All => Examples.Values;

    /// <summary>The example of a rule; null when it has none.</summary>
    public static RuleExample? Of(string rule) =>
        Examples.TryGetValue(rule, out NumberedExample? example) ? new RuleExample(example.Bad, example.Good, example.Breaks) : null;
}

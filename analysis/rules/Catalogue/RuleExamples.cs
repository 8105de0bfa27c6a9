using System.Collections.Frozen;
using Rampart.Rules.Availability.Rules;
using Rampart.Rules.Findings;
using Rampart.Rules.Images.Rules;
using Rampart.Rules.Objects.Rules;
using Rampart.Rules.PodSecurity.Rules;
using Rampart.Rules.Resources.Rules;
using Rampart.Rules.Scheduling.Rules;

namespace Rampart.Rules.Catalogue;

/// <summary>The examples of all rules that have one.</summary>
internal static class RuleExamples
{
    private static readonly FrozenDictionary<string, RuleExample> Examples = new[]
    {
        PodSecurityExamples.All,
        ObjectExamples.All,
        ImageExamples.All,
        ResourceExamples.All,
        AvailabilityExamples.All,
        SchedulingExamples.All,
    }.SelectMany(static each => each).ToFrozenDictionary(static example => example.Rule, StringComparer.Ordinal);

    /// <summary>All of them, in no order.</summary>
    public static IReadOnlyList<RuleExample> All => Examples.Values;

    /// <summary>The example of a rule; null when it has none.</summary>
    public static RuleExample? Of(string rule) => Examples.GetValueOrDefault(rule);
}

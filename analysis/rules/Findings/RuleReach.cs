
namespace Rampart.Rules.Findings;

/// <summary>What a rule looks at in one go.</summary>
internal enum RuleReach
{
    /// <summary>Everything that is checked together.</summary>
    Everything,

    /// <summary>One object.</summary>
    Object,

    /// <summary>One pod, or template of pods.</summary>
    Workload,
}

using Rampart.Rules.Diagnostics;
using Rampart.Rules.Options;

namespace Rampart.Rules.Findings;

/// <summary>How much a rule matters in a check.</summary>
public static class RuleSeverities
{
    /// <summary>The severity of a rule; null when it is off.</summary>
    /// <param name="options">What the check goes by.</param>
    /// <param name="rule">The rule.</param>
    public static DiagnosticSeverity? SeverityOf(this CheckOptions options, Rule rule)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(rule);
        return options.Severities.TryGetValue(rule.Id, out DiagnosticSeverity? severity) ? severity : rule.Severity;
    }
}

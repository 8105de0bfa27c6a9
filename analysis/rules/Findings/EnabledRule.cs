using Rampart.Rules.Diagnostics;
using Rampart.Rules.Options;

namespace Rampart.Rules.Findings;

/// <summary>A rule that is not off, and how much it matters in this check.</summary>
internal sealed record EnabledRule(Rule Rule, DiagnosticSeverity Severity)
{
    /// <summary>Those of the rules that are not off.</summary>
    public static List<EnabledRule> Of(IEnumerable<Rule> rules, CheckOptions options)
    {
        List<EnabledRule> enabled = [];
        foreach (Rule rule in rules)
        {
            if (options.SeverityOf(rule) is { } severity)
            {
                enabled.Add(new EnabledRule(rule, severity));
            }
        }

        return enabled;
    }
}

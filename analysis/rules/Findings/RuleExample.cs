namespace Rampart.Rules.Findings;

/// <summary>Two fragments that show a rule, and what to expect of a fix.</summary>
/// <param name="Bad">What the rule reports: fields of a pod's spec, or objects with their kind, as YAML.</param>
/// <param name="Good">The same after the fix.</param>
/// <param name="Breaks">What can stop working after the fix, in a sentence; empty when nothing is known to.</param>
/// <remarks>A test runs both fragments through the rule. Fields that do not matter, such as <c>apiVersion</c> and names, may be missing.</remarks>
public sealed record RuleExample(string Bad, string Good, string Breaks = "");

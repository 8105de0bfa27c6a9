namespace Rampart.Rules.Findings;

/// <summary>Two fragments that show a rule, and what to expect of a fix.</summary>
/// <param name="Rule">The rule's number.</param>
/// <param name="Bad">What the rule reports: fields of a pod's spec, or objects with their kind, as YAML.</param>
/// <param name="Good">The same as the rule wants it.</param>
/// <param name="Breaks">What can stop working once it is fixed, in a sentence; empty when nothing is known to.</param>
/// <remarks>A test holds every fragment against its rule. Fields that do not matter, such as <c>apiVersion</c> and names, may be missing.</remarks>
internal sealed record RuleExample(string Rule, string Bad, string Good, string Breaks = "");

namespace Rampart.Rules.Findings;

/// <summary>A <see cref="RuleExample"/> in a list beside the rules; those of other subjects are on the rules themselves.</summary>
/// <param name="Rule">The rule's number.</param>
/// <param name="Bad"><inheritdoc cref="RuleExample" path="/param[@name='Bad']"/></param>
/// <param name="Good"><inheritdoc cref="RuleExample" path="/param[@name='Good']"/></param>
/// <param name="Breaks"><inheritdoc cref="RuleExample" path="/param[@name='Breaks']"/></param>
internal sealed record NumberedExample(string Rule, string Bad, string Good, string Breaks = "");

namespace Rampart.Rules.Diagnostics;

/// <summary>What is known of a diagnostic that no rule reports.</summary>
/// <param name="Id">The number, <c>RMP</c> and four digits; never reused.</param>
/// <param name="Name">The name: small words with hyphens.</param>
/// <param name="Severity">The severity that it has in most places.</param>
/// <param name="Summary">What is wrong and why it matters, in a sentence or two.</param>
/// <param name="Fix">What to do, as a phrase that starts with a verb.</param>
public sealed record DiagnosticDescription(string Id, string Name, DiagnosticSeverity Severity, string Summary, string Fix);

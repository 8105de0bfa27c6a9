namespace Rampart.Cel.Syntax;

/// <summary>Why an expression does not compile.</summary>
/// <param name="Line">The line, from 1; -1 if the whole expression is meant.</param>
/// <param name="Column">The column in code points, from 0; -1 if the whole expression is meant.</param>
/// <param name="Message">What is wrong, in the words of cel-go.</param>
public sealed record CelIssue(int Line, int Column, string Message);

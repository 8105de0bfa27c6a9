namespace Rampart.Components.Configuration;

/// <summary>What is wrong with the text of a setting.</summary>
/// <param name="Id">Number of the diagnostic.</param>
/// <param name="Problem">What is wrong, with the text in quotes.</param>
/// <param name="Fix">What to do.</param>
public sealed record SettingMistake(string Id, string Problem, string Fix);

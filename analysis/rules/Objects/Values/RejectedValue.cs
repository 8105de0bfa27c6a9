namespace Rampart.Rules.Objects.Values;

/// <summary>A value that is of the right type, and that the API server rejects all the same.</summary>
/// <param name="Path">The path, e.g. <c>spec.template.spec.tolerations[0].operator</c> or <c>metadata.labels</c>.</param>
/// <param name="Key">The key below the path when the value is one that somebody chose, such as that of a label; null for all others.</param>
/// <param name="Shown">The value for a message, in quotes; empty when it is missing. Never a secret.</param>
/// <param name="Problem">What is wrong, after the value: <c>is not a label key</c>.</param>
/// <param name="Fix">What to do, as a phrase that starts with a verb.</param>
internal sealed record RejectedValue(string Path, string? Key, string Shown, string Problem, string Fix)
{
    /// <summary>The problem after its value.</summary>
    public string Message => Shown.Length == 0 ? Problem : $"{Shown} {Problem}";
}

namespace Rampart.Rules.Waivers;

/// <summary>A finding that somebody accepts for a time.</summary>
/// <param name="RuleId">The rule's number.</param>
/// <param name="Object">The object or objects.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Expires">The last day on which it holds.</param>
public sealed record Waiver(string RuleId, ObjectPattern Object, string Reason, string Owner, DateOnly Expires)
{
    /// <summary>The field below which findings are meant, e.g. <c>spec.template.spec.containers[1]</c>. The default is every path.</summary>
    public PathPrefix Path { get; init; } = PathPrefix.Everything;

    /// <summary>The file that holds the waiver, as the user names it; empty when no file does.</summary>
    public string File { get; init; } = "";

    /// <summary>The key in the file, e.g. <c>waivers[0]</c>.</summary>
    public string Key { get; init; } = "";

    /// <summary>The line in the file, from 1; 0 when it is not known.</summary>
    public int Line { get; init; }

    /// <summary>Whether its time is over.</summary>
    public bool IsExpired(DateOnly today) => today > Expires;
}

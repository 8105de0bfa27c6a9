namespace Rampart.Rules.Objects;

/// <summary>A field with a value that is known, and of a type that the API server does not take; or a field that a type does not have.</summary>
/// <param name="Path">The path from the root of the object.</param>
/// <param name="Problem">What is wrong, after the field's name: <c>is a string, not a boolean</c>.</param>
/// <param name="Found">The type that is there, e.g. <c>a string</c>; never the value, which may be a secret.</param>
/// <param name="Allowed">The type that belongs there; null where it is not known which.</param>
/// <param name="Fix">What to do; null for what the rule says in general.</param>
internal readonly record struct WrongType(string Path, string Problem, string Found, string? Allowed, string? Fix)
{
    /// <summary>Whether it is the field that nobody knows, not its value; <see cref="Found"/> is then its name.</summary>
    public bool IsUnknownField { get; init; }
}

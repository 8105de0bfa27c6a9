namespace Rampart.Rules.Objects;

/// <summary>A field that a check looks at and cannot judge.</summary>
/// <param name="Path">The path from the root of the object, e.g. <c>spec.template.spec.containers[0].securityContext.privileged</c>.</param>
/// <param name="Problem">Why: <c>is not known yet</c> or <c>is a string, not a boolean</c>.</param>
public readonly record struct UnknownField(string Path, string Problem)
{
    /// <summary>Path and problem in one text.</summary>
    public override string ToString() => $"{Path} {Problem}";
}

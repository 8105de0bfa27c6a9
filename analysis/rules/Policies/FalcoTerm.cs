
namespace Rampart.Rules.Policies;

/// <summary>One comparison of a Falco condition, or the name of a macro in it.</summary>
/// <param name="Field">The field, e.g. <c>fd.name</c>; empty for a macro.</param>
/// <param name="Operator">The operator, e.g. <c>in</c>; empty for a macro.</param>
/// <param name="Values">What it is compared with; the macro's name for a macro.</param>
/// <param name="IsNegated">Whether it is under an odd number of <c>not</c>.</param>
internal sealed record FalcoTerm(string Field, string Operator, IReadOnlyList<FalcoOperand> Values, bool IsNegated)
{
    /// <summary>Whether it is only the name of a macro.</summary>
    public bool IsMacro => Field.Length == 0;

    /// <summary>Whether it asks, without negation, that the field is one of the values.</summary>
    public bool AsksForOneOf => !IsNegated && Operator is "=" or "==" or "in";
}

/// <summary>One value in a Falco condition.</summary>
/// <param name="Text">The value without quotes.</param>
/// <param name="IsQuoted">Whether it is in quotes, and so cannot be the name of a list.</param>
internal readonly record struct FalcoOperand(string Text, bool IsQuoted);

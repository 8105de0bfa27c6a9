using Rampart.Cel.Syntax;
using Rampart.Cel.Types;

namespace Rampart.Cel.Functions;

/// <summary>What is known of the arguments of a call before it is made; the receiver comes first.</summary>
/// <param name="Sizes">Their sizes.</param>
/// <param name="Expressions">The arguments themselves.</param>
internal sealed record CelCallSizes(CelRange[] Sizes, CelExpression[] Expressions)
{
    public CelRange this[int index] => index < Sizes.Length ? Sizes[index] : CelRange.Unknown;

    public CelType TypeOf(int index) => Expressions[index].Type!;

    /// <summary>The whole number that an argument is, if it is a literal; below zero counts as zero.</summary>
    public ulong? Number(int index) =>
        index < Expressions.Length && Expressions[index] is LiteralExpression { Value.Kind: CelKind.Int } literal ? (ulong)Math.Max(0, literal.Value.AsInt()) : null;
}

/// <summary>What a call may cost, and how large its result may be.</summary>
internal readonly record struct CelEstimate(CelRange Cost, CelRange? Size = null);

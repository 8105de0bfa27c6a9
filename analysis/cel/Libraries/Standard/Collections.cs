using Rampart.Cel.Functions;
using Rampart.Cel.Patterns;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Standard;

/// <summary>Sizes, and what the language itself has for texts.</summary>
internal static class Collections
{
    private static readonly CelOverload[] Sizes =
    [
        Overload.Global("size_bytes", CelType.Bytes, CelType.Int, SizeOf),
        Overload.Global("size_list", CelType.List(CelType.Parameter("A")), CelType.Int, SizeOf),
        Overload.Global("size_map", CelType.Map(CelType.Parameter("A"), CelType.Parameter("B")), CelType.Int, SizeOf),
        Overload.Global("size_string", CelType.String, CelType.Int, SizeOf),
    ];

    private static readonly CelOverload Matches = Overload.Global("matches", CelType.String, CelType.String, CelType.Bool, CelRegex.IsMatch, cost: Costs.Match).With(Estimates.Match);

    public static readonly CelFunction[] All =
    [
        new("size", [.. Sizes, .. Sizes.Select(static size => size.As(size.Arguments[0].Kind.ToString().ToLowerInvariant() + "_size", true))]) { Mismatch = CelMismatch.Operator },
        new("contains", Overload.Method("contains_string", CelType.String, CelType.String, CelType.Bool, static (text, part) => CelValue.From(text.AsString().Contains(part.AsString(), StringComparison.Ordinal)), cost: Costs.Product).With(Estimates.Product)) { Mismatch = CelMismatch.Short },
        new("startsWith", Overload.Method("starts_with_string", CelType.String, CelType.String, CelType.Bool, static (text, part) => CelValue.From(text.AsString().StartsWith(part.AsString(), StringComparison.Ordinal)), cost: Costs.Second).With(Estimates.Second)) { Mismatch = CelMismatch.Short },
        new("endsWith", Overload.Method("ends_with_string", CelType.String, CelType.String, CelType.Bool, static (text, part) => CelValue.From(text.AsString().EndsWith(part.AsString(), StringComparison.Ordinal)), cost: Costs.Second).With(Estimates.Second)) { Mismatch = CelMismatch.Short },
        new("matches", Matches, Matches.As("matches_string", true)) { Mismatch = CelMismatch.Short, PatternArgument = 1, Validate = CheckPattern },
    ];

    private static CelValue SizeOf(CelValue value) => CelValue.From(value.Size);

    private static (int Position, string Message)? CheckPattern(CallExpression call)
    {
        // In the global form that is the text: so says Kubernetes.
        CelExpression pattern = call.Arguments[0];
        return pattern is LiteralExpression { Value.Kind: CelKind.String } literal && CelRegex.Check(literal.Value.AsString()) is not null
            ? (pattern.Position, "invalid matches argument")
            : null;
    }
}

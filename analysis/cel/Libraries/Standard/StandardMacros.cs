using Rampart.Cel.Syntax;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Standard;

/// <summary>The macros of the language itself.</summary>
internal static class StandardMacros
{
    private const string NoName = "argument must be a simple name", NoIdentifier = "argument is not an identifier";

    public static readonly CelMacro[] All =
    [
        new("has", 1, false, 0, static call => call[0] is SelectExpression select
            ? call.Test(select)
            : throw new MacroException(call[0].Position, "invalid argument to has() macro")),
        new("all", 2, true, 0, static call => AllOf(call, call.Variable(0, NoName), null, call[1])),
        new("exists", 2, true, 0, static call => Exists(call, call.Variable(0, NoName), null, call[1])),
        new("exists_one", 2, true, 0, static call => ExistsOne(call, call.Variable(0, NoName), null, call[1])),
        new("map", 2, true, 0, static call => Collect(call, call.Variable(0, NoIdentifier), null, null, call[1])),
        new("map", 3, true, 0, static call => Collect(call, call.Variable(0, NoIdentifier), null, call[1], call[2])),
        new("filter", 2, true, 0, static call => Collect(call, call.Variable(0, NoIdentifier), null, call[1], call[0])),
    ];

    public static CelExpression AllOf(MacroCall call, string variable, string? variable2, CelExpression predicate) => call.Fold(
        variable,
        variable2,
        call.Literal(CelValue.True),
        call.Call(CelOperators.NotStrictlyFalse, call.Accumulator),
        call.Call(CelOperators.And, call.Accumulator, predicate),
        call.Accumulator);

    public static CelExpression Exists(MacroCall call, string variable, string? variable2, CelExpression predicate) => call.Fold(
        variable,
        variable2,
        call.Literal(CelValue.False),
        call.Call(CelOperators.NotStrictlyFalse, call.Call(CelOperators.Not, call.Accumulator)),
        call.Call(CelOperators.Or, call.Accumulator, predicate),
        call.Accumulator);

    public static CelExpression ExistsOne(MacroCall call, string variable, string? variable2, CelExpression predicate) => call.Fold(
        variable,
        variable2,
        call.Literal(CelValue.From(0L)),
        call.Literal(CelValue.True),
        call.Call(CelOperators.Conditional, predicate, call.Call(CelOperators.Add, call.Accumulator, call.Literal(CelValue.From(1L))), call.Accumulator),
        call.Call(CelOperators.Equal, call.Accumulator, call.Literal(CelValue.From(1L))));

    public static CelExpression Collect(MacroCall call, string variable, string? variable2, CelExpression? filter, CelExpression item)
    {
        CelExpression step = call.Call(CelOperators.Add, call.Accumulator, call.List(item));
        return Loop(call, variable, variable2, call.List(), filter, step);
    }

    /// <summary>A fold that changes its accumulator for the items that pass a filter.</summary>
    public static CelExpression Loop(MacroCall call, string variable, string? variable2, CelExpression start, CelExpression? filter, CelExpression step) => call.Fold(
        variable,
        variable2,
        start,
        call.Literal(CelValue.True),
        filter is null ? step : call.Call(CelOperators.Conditional, filter, step, call.Accumulator),
        call.Accumulator);
}

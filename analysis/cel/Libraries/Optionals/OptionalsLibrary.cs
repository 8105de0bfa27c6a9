using Rampart.Cel.Functions;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Optionals;

/// <summary>Values that may be absent.</summary>
internal static class OptionalsLibrary
{
    private static readonly CelType V = CelType.Parameter("V"), K = CelType.Parameter("K");
    private static readonly CelType OptionalV = CelType.Optional(V), ListV = CelType.List(V), MapKV = CelType.Map(K, V);

    private static readonly CelOverload UnwrapAll = Overload.Global("optional_unwrap", CelType.List(OptionalV), ListV, Unwrap);

    public static readonly CelLibrary Library = new()
    {
        Name = "cel.lib.optional",
        Types = [CelType.AnyOptional],
        Functions =
        [
            new("optional.of", Overload.Global("optional_of", V, OptionalV, CelValue.Optional)),
            new("optional.ofNonZeroValue", Overload.Global("optional_ofNonZeroValue", V, OptionalV, static value => IsZero(value) ? CelValue.None : CelValue.Optional(value))),
            new("optional.none", Overload.Global("optional_none", OptionalV, static () => CelValue.None)),
            new("value", Overload.Method("optional_value", OptionalV, V, static value => value.AsOptional() ?? CelValue.Error("optional.none() dereference"))),
            new("hasValue", Overload.Method("optional_hasValue", OptionalV, CelType.Bool, static value => CelValue.From(value.AsOptional() is not null))),
            new("or", Overload.Method("optional_or_optional", OptionalV, OptionalV, OptionalV, static (left, right) => left.AsOptional() is null ? right : left)),
            new("orValue", Overload.Method("optional_orValue_value", OptionalV, V, V, static (left, right) => left.AsOptional() ?? right)),
            new(CelOperators.OptionalSelect, Overload.Global("select_optional_field", CelType.Dyn, CelType.String, OptionalV, static (left, _) => left)),
            new(
                CelOperators.OptionalIndex,
                Overload.Global("list_optindex_optional_int", ListV, CelType.Int, OptionalV, static (left, _) => left),
                Overload.Global("optional_list_optindex_optional_int", CelType.Optional(ListV), CelType.Int, OptionalV, static (left, _) => left),
                Overload.Global("map_optindex_optional_value", MapKV, K, OptionalV, static (left, _) => left),
                Overload.Global("optional_map_optindex_optional_value", CelType.Optional(MapKV), K, OptionalV, static (left, _) => left)),
            new(
                CelOperators.Index,
                Overload.Global("optional_list_index_int", CelType.Optional(ListV), CelType.Int, OptionalV, static (left, _) => left),
                Overload.Global("optional_map_index_value", CelType.Optional(MapKV), K, OptionalV, static (left, _) => left)),
            new("first", Overload.Method("list_first", ListV, OptionalV, static list => list.Size == 0 ? CelValue.None : Wrap(list.As<CelList>()[0]))),
            new("last", Overload.Method("list_last", ListV, OptionalV, static list => list.Size == 0 ? CelValue.None : Wrap(list.As<CelList>()[list.As<CelList>().Count - 1]))),
            new("optional.unwrap", UnwrapAll),
            new("unwrapOpt", UnwrapAll.As("optional_unwrapOpt", true)),
        ],
        Macros =
        [
            new("optMap", 2, true, 0, static call => Map(call, "optMap", static (macro, fold) => macro.Call("optional.of", fold))),
            new("optFlatMap", 2, true, 0, static call => Map(call, "optFlatMap", static (_, fold) => fold)),
        ],
    };

    private static CallExpression Map(MacroCall call, string name, Func<MacroCall, CelExpression, CelExpression> wrap)
    {
        if (call[0] is not IdentifierExpression { Name: var variable })
        {
            throw new MacroException(call[0].Position, $"{name}() variable name must be a simple identifier");
        }

        FoldExpression fold = call.Fold(
            call.List(), "#unused", null, variable, call.Method("value", call.Target), call.Literal(CelValue.False), call.Name(variable), call[1]);
        return call.Call(CelOperators.Conditional, call.Method("hasValue", call.Target), wrap(call, fold), call.Call("optional.none"));
    }

    private static CelValue Wrap(CelValue value) => value.IsErrorOrUnknown ? value : CelValue.Optional(value);

    private static bool IsZero(CelValue value) => value.Kind switch
    {
        CelKind.Null => true,
        CelKind.Bool => !value.AsBool(),
        CelKind.Int => value.AsInt() == 0,
        CelKind.Uint => value.AsUint() == 0,
        CelKind.Double => value.AsDouble() == 0,
        CelKind.String or CelKind.Bytes or CelKind.List or CelKind.Map => value.Size == 0,
        CelKind.Duration => value.AsDuration() == 0,
        CelKind.Timestamp => value.AsTimestamp() == (CelTime.MinSeconds, 0),
        CelKind.Optional => value.AsOptional() is null,
        _ => false,
    };

    private static CelValue Unwrap(CelValue list)
    {
        if (!ListItems.TryGet(list, out CelValue[]? items, out CelValue failed))
        {
            return failed;
        }

        List<CelValue> values = [];
        foreach (CelValue item in items)
        {
            if (!item.Is(out CelOptional? optional))
            {
                return CelValue.Error($"value {item.Show()} is not optional");
            }

            if (optional.HasValue)
            {
                values.Add(optional.Value);
            }
        }

        return CelValue.From(CelList.Create([.. values]));
    }
}

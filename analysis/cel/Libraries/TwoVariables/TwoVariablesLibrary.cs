using Rampart.Cel.Functions;
using Rampart.Cel.Libraries.Standard;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.TwoVariables;

/// <summary>Macros with two variables: index and item, or key and value.</summary>
internal static class TwoVariablesLibrary
{
    private const int Since = 32;

    private static readonly CelType K = CelType.Parameter("K"), V = CelType.Parameter("V"), MapKV = CelType.Map(K, V);

    public static readonly CelLibrary Library = new()
    {
        Name = "cel.lib.ext.comprev2",
        Since = Since,
        Functions =
        [
            new(
                CelOperators.MapInsert,
                Overload.Global("@mapInsert_map_key_value", [MapKV, K, V], MapKV, static values => Insert(values[0], values[1], values[2])),
                Overload.Global("@mapInsert_map_map", MapKV, MapKV, MapKV, InsertAll)),
        ],
        Macros =
        [
            Macro("all", 3, static (call, first, second) => StandardMacros.AllOf(call, first, second, call[2])),
            Macro("exists", 3, static (call, first, second) => StandardMacros.Exists(call, first, second, call[2])),
            Macro("existsOne", 3, static (call, first, second) => StandardMacros.ExistsOne(call, first, second, call[2])),
            Macro("exists_one", 3, static (call, first, second) => StandardMacros.ExistsOne(call, first, second, call[2])),
            Macro("transformList", 3, static (call, first, second) => StandardMacros.Collect(call, first, second, null, call[2])),
            Macro("transformList", 4, static (call, first, second) => StandardMacros.Collect(call, first, second, call[2], call[3])),
            Macro("transformMap", 3, static (call, first, second) => Transform(call, first, second, null, call.Name(first), call[2])),
            Macro("transformMap", 4, static (call, first, second) => Transform(call, first, second, call[2], call.Name(first), call[3])),
            Macro("transformMapEntry", 3, static (call, first, second) => Transform(call, first, second, null, call[2])),
            Macro("transformMapEntry", 4, static (call, first, second) => Transform(call, first, second, call[2], call[3])),
        ],
    };

    private static CelMacro Macro(string name, int arguments, Func<MacroCall, string, string, CelExpression> expand) => new(name, arguments, true, Since, call =>
    {
        const string Problem = "argument must be a simple name";
        if (call[0] is IdentifierExpression first && call[1] is IdentifierExpression second && first.Name == second.Name)
        {
            throw new MacroException(second.Position, $"duplicate variable name: {first.Name}");
        }

        return expand(call, call.Variable(0, Problem), call.Variable(1, Problem));
    });

    private static CelExpression Transform(MacroCall call, string first, string second, CelExpression? filter, params CelExpression[] inserted) =>
        StandardMacros.Loop(call, first, second, call.Map(), filter, call.Call(CelOperators.MapInsert, [call.Accumulator, .. inserted]));

    private static CelValue Insert(CelValue map, CelValue key, CelValue value) =>
        key.Kind is not (CelKind.Null or CelKind.String or CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Double) ? CelValue.Error($"unsupported key type: {key.Type.Name}")
        : CelTable.TryInsert(map.As<CelMap>(), key, value, out CelTable? result) ? CelValue.From(result)
        : CelValue.Error($"insert failed: key {key.Show()} already exists");

    private static CelValue InsertAll(CelValue map, CelValue entries)
    {
        CelMap added = entries.As<CelMap>();
        for (int i = 0; i < added.Count && !map.IsError; i++)
        {
            map = Insert(map, added.KeyAt(i), added.ValueAt(i));
        }

        return map;
    }
}

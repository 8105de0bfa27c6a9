using Rampart.Cel.Functions;
using Rampart.Cel.Libraries.Standard;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Lists;

/// <summary>Lists made of lists: parts, order, ranges.</summary>
internal static class ListsLibrary
{
    // What the budget of one expression could pay for.
    private const int RangeLimit = 1_000_000;

    private static readonly CelType ListOfT = CelType.List(CelType.Parameter("T"));

    public static readonly CelLibrary Library = new()
    {
        Name = "cel.lib.ext.lists",
        Since = 34,
        Functions =
        [
            new("slice", Overload.Method("list_slice", [ListOfT, CelType.Int, CelType.Int], ListOfT, Slice, cost: OfResult).With(static call => Estimates.List(CelRange.Exactly(unchecked((call.Number(2) ?? call[0].Max) - (call.Number(1) ?? 0))), 1))),
            new(
                "flatten",
                Overload.Method("list_flatten", CelType.List(ListOfT), ListOfT, static list => Flatten(list, 1), cost: static (values, _) => values[0].Size + 11).With(static call => Estimates.List(call[0], 1)),
                Overload.Method("list_flatten_int", CelType.AnyList, CelType.Int, CelType.AnyList, static (list, depth) => Flatten(list, depth.AsInt()), cost: static (values, _) => values[1].Kind == CelKind.Int && values[1].AsInt() is >= 0 and <= RangeLimit ? (values[1].AsInt() * values[0].Size) + 11 : 11).With(static call => Estimates.List(call[0], call.Number(1) ?? ulong.MaxValue))),
            new("sort", [.. ListItems.Ordered.Select(static type => Overload.Method($"list_{type.Name}_sort", CelType.List(type), CelType.List(type), static list => Sort(list, list), cost: OfSquare).With(call => EstimateSort(call[0], type)))]) { Mismatch = CelMismatch.Operator },
            new("@sortByAssociatedKeys", [.. ListItems.Ordered.Select(static type => Overload.Method($"list_{type.Name}_sortByAssociatedKeys", ListOfT, CelType.List(type), ListOfT, Sort, cost: OfKeys).With(call => EstimateSort(call[1], type)))]) { Mismatch = CelMismatch.Operator },
            new("lists.range", Overload.Global("lists_range", CelType.Int, CelType.List(CelType.Int), Range, cost: OfResult).With(static call => Estimates.List(CelRange.Exactly(call.Number(0) ?? ulong.MaxValue), 1))),
            new("reverse", Overload.Method("list_reverse", ListOfT, ListOfT, Reverse, cost: OfResult).With(static call => Estimates.List(call[0], 1))),
            new("distinct", Overload.Method("list_distinct", ListOfT, ListOfT, Distinct, cost: OfSquare).With(static call => Estimates.List(call[0].Multiply(call[0]), 2))),
        ],
        Macros = [new("sortBy", 2, true, 34, ExpandSortBy)],
    };

    private static CelCost OfResult => static (_, result) => result.Size + 11;

    private static CelCost OfSquare => static (values, _) => Square(values[0]);

    private static CelCost OfKeys => static (values, _) => Square(values[1]);

    private static CelEstimate EstimateSort(CelRange size, CelType type) =>
        Estimates.List(size.Multiply(size), type.Kind is CelKind.String or CelKind.Bytes ? 2.1 : 2.0);

    private static long Square(CelValue list)
    {
        bool isText = list.Is(out CelList? items) && items.Count > 0 && items[0].Kind is CelKind.String or CelKind.Bytes;
        return (long)(list.Size * list.Size * (isText ? 2.1 : 2.0)) + 11;
    }

    private static FoldExpression ExpandSortBy(MacroCall call)
    {
        const string Input = "@__sortBy_input__";
        if (call.Target is LiteralExpression or MapExpression or StructExpression)
        {
            throw new MacroException(call.Target.Position, "sortBy can only be applied to a list, identifier, comprehension, call or select expression");
        }

        string variable = call.Variable(0, "argument is not an identifier");
        FoldExpression keys = call.Fold(
            call.Name(Input),
            variable,
            null,
            CelOperators.Accumulator,
            call.List(),
            call.Literal(CelValue.True),
            call.Call(CelOperators.Add, call.Accumulator, call.List(call[1])),
            call.Accumulator);
        return call.Fold(call.List(), "#unused", null, Input, call.Target, call.Literal(CelValue.False), call.Name(Input), call.Method("@sortByAssociatedKeys", call.Name(Input), keys));
    }

    private static CelValue Slice(CelValue[] values)
    {
        CelList list = values[0].As<CelList>();
        long start = values[1].AsInt(), end = values[2].AsInt();
        string? problem = start < 0 || end < 0 ? "negative indexes not supported"
            : start > end ? "start index must be less than or equal to end index"
            : end > list.Count ? $"list is length {list.Count}"
            : null;
        return problem is not null
            ? CelValue.Error($"cannot slice({start}, {end}), {problem}")
            : CelValue.From(CelList.Create([.. Enumerable.Range((int)start, (int)(end - start)).Select(index => list[index])]));
    }

    private static CelValue Flatten(CelValue list, long depth)
    {
        if (depth < 0)
        {
            return CelValue.Error("level must be non-negative");
        }

        List<CelValue> items = [];
        return Add(list.As<CelList>(), depth) ? CelValue.From(CelList.Create([.. items])) : CelValue.Error("list size limit exceeded");

        bool Add(CelList source, long level)
        {
            CelWork.Spend(source.Count + 1);
            for (int i = 0; i < source.Count; i++)
            {
                if (level > 0 && source[i].Is(out CelList? inner))
                {
                    if (!Add(inner, level - 1))
                    {
                        return false;
                    }
                }
                else if (items.Count >= RangeLimit)
                {
                    return false;
                }
                else
                {
                    items.Add(source[i]);
                }
            }

            return true;
        }
    }

    private static CelValue Sort(CelValue list, CelValue by)
    {
        if (!ListItems.TryGet(by, out CelValue[]? keys, out CelValue failed))
        {
            return failed;
        }

        CelList items = list.As<CelList>();
        if (items.Count != keys.Length)
        {
            return CelValue.Error($"@sortByAssociatedKeys() expected a list of the same size as the associated keys list, but got {items.Count} and {keys.Length} elements respectively");
        }

        if (keys.Length == 0)
        {
            return list;
        }

        if (!ListItems.Ordered.Any(type => type.Kind == keys[0].Kind))
        {
            return CelValue.Error("list elements must be comparable");
        }

        if (Array.Exists(keys, key => key.Kind != keys[0].Kind))
        {
            return CelValue.Error("list elements must have the same type");
        }

        int[] order = [.. Enumerable.Range(0, keys.Length).OrderBy(index => keys[index], Comparer<CelValue>.Create(static (left, right) => Comparisons.Compare(left, right) ?? 0))];
        return CelValue.From(CelList.Create([.. order.Select(index => items[index])]));
    }

    private static CelValue Range(CelValue count)
    {
        long length = count.AsInt();
        return length < 0 ? CelValue.Error($"lists.range: size must be non-negative, got {length}")
            : length > RangeLimit ? CelValue.Error("list size limit exceeded") : CelValue.From(CelList.Create([.. Enumerable.Range(0, (int)length).Select(static index => CelValue.From((long)index))]));
    }

    private static CelValue Reverse(CelValue list)
    {
        CelList items = list.As<CelList>();
        CelWork.Spend(items.Count);
        return items.Count > RangeLimit
            ? CelValue.Error("list size limit exceeded")
            : CelValue.From(CelList.Create([.. Enumerable.Range(0, items.Count).Select(index => items[items.Count - 1 - index])]));
    }

    private static CelValue Distinct(CelValue list)
    {
        if (!ListItems.TryGet(list, out CelValue[]? items, out CelValue failed))
        {
            return failed;
        }

        List<CelValue> unique = [];
        foreach (CelValue item in items)
        {
            if (!unique.Exists(other => CelEquality.AreEqual(item, other)))
            {
                unique.Add(item);
            }
        }

        return CelValue.From(CelList.Create([.. unique]));
    }
}

using Rampart.Cel.Functions;
using Rampart.Cel.Libraries.Standard;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Aggregates;

/// <summary>One value out of a list: its sum, its least, its greatest, a place in it.</summary>
internal static class AggregateLibrary
{
    private static readonly CelType A = CelType.Parameter("A"), ListOfA = CelType.List(A);

    private static readonly (CelType Type, CelValue Zero)[] Summable =
    [
        (CelType.Int, CelValue.From(0L)), (CelType.Uint, CelValue.From(0UL)), (CelType.Double, CelValue.From(0.0)), (CelType.Duration, CelValue.Duration(0)),
    ];

    private static readonly CelFunction Addition = Array.Find(Arithmetic.All, static function => function.Name == Syntax.CelOperators.Add)!;

    public static readonly CelLibrary Library = new()
    {
        Name = "kubernetes.lists",
        Functions =
        [
            new("isSorted", [.. ListItems.Ordered.Select(static type => Overload.Method($"list_{type.Describe()}_is_sorted_bool", CelType.List(type), CelType.Bool, IsSorted))]) { Cost = Costs.Items, Estimate = Estimates.Items },
            new("sum", [.. Summable.Select(static sum => Overload.Method($"list_{sum.Type.Describe()}_sum_{sum.Type.Describe()}", CelType.List(sum.Type), sum.Type, list => Sum(list, sum.Zero)))]) { Cost = Costs.Items, Estimate = Estimates.Items },
            new("min", [.. ListItems.Ordered.Select(static type => Overload.Method($"list_{type.Describe()}_min_{type.Describe()}", CelType.List(type), type, static list => Best(list, "min", 1)))]) { Cost = Costs.Items, Estimate = Estimates.Items },
            new("max", [.. ListItems.Ordered.Select(static type => Overload.Method($"list_{type.Describe()}_max_{type.Describe()}", CelType.List(type), type, static list => Best(list, "max", -1)))]) { Cost = Costs.Items, Estimate = Estimates.Items },
            new("indexOf", Overload.Method("list_a_index_of_int", ListOfA, A, CelType.Int, static (list, item) => IndexOf(list, item, false))) { Cost = Costs.Items, Estimate = Estimates.Items },
            new("lastIndexOf", Overload.Method("list_a_last_index_of_int", ListOfA, A, CelType.Int, static (list, item) => IndexOf(list, item, true))) { Cost = Costs.Items, Estimate = Estimates.Items },
            new("includes", Overload.Method("list_includes_dyn_dyn", CelType.Dyn, CelType.Dyn, CelType.Bool, Includes, since: 37)) { Cost = Costs.Items, Estimate = static call => call.TypeOf(0).Parameters.Count > 0 ? Estimates.Items(call) : new CelEstimate(call[0]) },
        ],
    };

    private static CelValue IsSorted(CelValue list)
    {
        if (!ListItems.TryGet(list, out CelValue[]? items, out CelValue failed))
        {
            return failed;
        }

        for (int i = 0; i < items.Length; i++)
        {
            if (!IsOrdered(items[i]) || (i > 0 && !AreOrdered(items[i - 1], items[i])))
            {
                return CelError.NoSuchOverload.AsValue();
            }

            if (i > 0 && Comparisons.Compare(items[i - 1], items[i]) > 0)
            {
                return CelValue.False;
            }
        }

        return CelValue.True;
    }

    private static bool IsOrdered(CelValue value) => ListItems.Ordered.Any(type => type.Kind == value.Kind);

    private static bool AreOrdered(CelValue left, CelValue right) =>
        left.Kind == right.Kind || (CelNumber.IsNumber(left.Kind) && CelNumber.IsNumber(right.Kind));

    private static CelValue Sum(CelValue list, CelValue zero)
    {
        if (!ListItems.TryGet(list, out CelValue[]? items, out CelValue failed))
        {
            return failed;
        }

        CelValue sum = zero;
        foreach (CelValue item in items)
        {
            CelOverload? overload = Addition.Overloads.FirstOrDefault(overload => overload.Takes(sum, item));
            if (overload is null)
            {
                return CelError.NoSuchOverload.AsValue();
            }

            sum = overload.Binary!(sum, item);
            if (sum.IsError)
            {
                return sum;
            }
        }

        return sum;
    }

    private static CelValue Best(CelValue list, string name, int worse)
    {
        if (!ListItems.TryGet(list, out CelValue[]? items, out CelValue failed))
        {
            return failed;
        }

        if (items.Length == 0)
        {
            return CelValue.Error($"{name} called on empty list");
        }

        CelValue best = items[0];
        foreach (CelValue item in items)
        {
            if (!IsOrdered(item))
            {
                return CelError.NoSuchOverload.AsValue();
            }

            if (AreOrdered(best, item) && Comparisons.Compare(best, item) == worse)
            {
                best = item;
            }
        }

        return best;
    }

    private static CelValue IndexOf(CelValue list, CelValue wanted, bool isLast)
    {
        CelList items = list.As<CelList>();
        for (int i = 0; i < items.Count; i++)
        {
            int index = isLast ? items.Count - 1 - i : i;
            CelValue equal = CelEquality.Equal(items[index], wanted);
            if (equal.IsTrue)
            {
                return CelValue.From((long)index);
            }

            if (equal.IsUnknown)
            {
                return equal;
            }
        }

        return CelValue.From(-1L);
    }

    private static CelValue Includes(CelValue value, CelValue wanted)
    {
        if (!value.Is(out CelList? items))
        {
            CelValue same = CelEquality.Equal(value, wanted);
            return same.IsError ? CelValue.False : same;
        }

        CelUnknown? unknown = null;
        for (int i = 0; i < items.Count; i++)
        {
            CelValue equal = CelEquality.Equal(items[i], wanted);
            if (equal.IsTrue)
            {
                return equal;
            }

            if (equal.Is(out CelUnknown? waits))
            {
                unknown = CelUnknown.Merge(unknown, waits);
            }
        }

        return unknown?.AsValue() ?? CelValue.False;
    }
}

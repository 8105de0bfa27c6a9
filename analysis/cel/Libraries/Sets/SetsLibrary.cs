using Rampart.Cel.Functions;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Sets;

/// <summary>Lists seen as sets.</summary>
internal static class SetsLibrary
{
    private static readonly CelType ListOfT = CelType.List(CelType.Parameter("T"));

    public static readonly CelLibrary Library = new()
    {
        Name = "cel.lib.ext.sets",
        Functions =
        [
            new("sets.contains", Overload.Global("list_sets_contains_list", ListOfT, ListOfT, CelType.Bool, static (left, right) => Contains(left.As<CelList>(), right.As<CelList>()), cost: static (values, _) => 1 + (values[0].Size * values[1].Size)).With(static call => new CelEstimate(call[0].Multiply(call[1]).Multiply(1.0).Add(CelRange.Exactly(1))))),
            new("sets.intersects", Overload.Global("list_sets_intersects_list", ListOfT, ListOfT, CelType.Bool, static (left, right) => Intersects(left.As<CelList>(), right.As<CelList>()), cost: static (values, _) => 1 + (values[0].Size * values[1].Size)).With(static call => new CelEstimate(call[0].Multiply(call[1]).Multiply(1.0).Add(CelRange.Exactly(1))))),
            new("sets.equivalent", Overload.Global("list_sets_equivalent_list", ListOfT, ListOfT, CelType.Bool, static (left, right) => AreEquivalent(left.As<CelList>(), right.As<CelList>()), cost: static (values, _) => 1 + (2 * values[0].Size * values[1].Size)).With(static call => new CelEstimate(call[0].Multiply(call[1]).Multiply(2.0).Add(CelRange.Exactly(1))))),
        ],
    };

    private static CelValue Has(CelList list, CelValue item)
    {
        CelUnknown? unknown = null;
        for (int i = 0; i < list.Count; i++)
        {
            CelValue equal = CelEquality.Equal(item, list[i]);
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

    private static CelValue Contains(CelList list, CelList part)
    {
        CelUnknown? unknown = null;
        for (int i = 0; i < part.Count; i++)
        {
            CelValue has = Has(list, part[i]);
            if (has.IsFalse)
            {
                return has;
            }

            if (has.Is(out CelUnknown? waits))
            {
                unknown = CelUnknown.Merge(unknown, waits);
            }
        }

        return unknown?.AsValue() ?? CelValue.True;
    }

    private static CelValue Intersects(CelList left, CelList right)
    {
        CelUnknown? unknown = null;
        for (int i = 0; i < left.Count; i++)
        {
            CelValue has = Has(right, left[i]);
            if (has.IsTrue)
            {
                return has;
            }

            if (has.Is(out CelUnknown? waits))
            {
                unknown = CelUnknown.Merge(unknown, waits);
            }
        }

        return unknown?.AsValue() ?? CelValue.False;
    }

    private static CelValue AreEquivalent(CelList left, CelList right)
    {
        CelValue first = Contains(left, right);
        if (first.IsFalse)
        {
            return first;
        }

        CelValue second = Contains(right, left);
        return second.IsFalse || first.IsTrue ? second
            : second.IsTrue ? first
            : CelUnknown.Merge(first.As<CelUnknown>(), second.As<CelUnknown>()).AsValue();
    }
}

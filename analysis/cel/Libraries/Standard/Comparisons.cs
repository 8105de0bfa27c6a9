using Rampart.Cel.Functions;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Standard;

/// <summary>Equality, order, logic, membership and choice.</summary>
internal static class Comparisons
{
    private static readonly CelType A = CelType.Parameter("A"), B = CelType.Parameter("B");

    public static readonly CelFunction[] All =
    [
        Order(CelOperators.Less, "less", static order => order < 0),
        Order(CelOperators.LessOrEqual, "less_equals", static order => order <= 0),
        Order(CelOperators.Greater, "greater", static order => order > 0),
        Order(CelOperators.GreaterOrEqual, "greater_equals", static order => order >= 0),

        // The evaluator has steps of its own for these; the checker needs their types.
        new(CelOperators.Equal, Overload.Global("equals", A, A, CelType.Bool, CelEquality.Equal)) { Cost = Costs.Smaller, Estimate = Estimates.Smaller },
        new(CelOperators.NotEqual, Overload.Global("not_equals", A, A, CelType.Bool, CelEquality.Equal)) { Cost = Costs.Smaller, Estimate = Estimates.Smaller },
        new(CelOperators.And, Overload.Global("logical_and", CelType.Bool, CelType.Bool, CelType.Bool, static (l, _) => l)),
        new(CelOperators.Or, Overload.Global("logical_or", CelType.Bool, CelType.Bool, CelType.Bool, static (l, _) => l)),
        new(CelOperators.Conditional, Overload.Global("conditional", [CelType.Bool, A, A], A, static values => values[0])),
        new(
            CelOperators.Index,
            Overload.Global("index_list", CelType.List(A), CelType.Int, A, static (l, _) => l),
            Overload.Global("index_map", CelType.Map(A, B), A, B, static (l, _) => l)),

        new(CelOperators.Not, Overload.Global("logical_not", CelType.Bool, CelType.Bool, static v => CelValue.From(!v.AsBool()))) { Mismatch = CelMismatch.Short },
        new(CelOperators.NotStrictlyFalse, Overload.Global("not_strictly_false", CelType.Bool, CelType.Bool, static v => v)) { IsNonStrict = true },
        new(
            CelOperators.In,
            Overload.Global("in_list", A, CelType.List(A), CelType.Bool, InList, cost: static (values, _) => values[1].Size).With(static call => new CelEstimate(call[1])),
            Overload.Global("in_map", A, CelType.Map(A, B), CelType.Bool, static (key, map) => CelValue.From(map.As<CelMap>().TryGet(key, out _))))
        {
            Mismatch = CelMismatch.Short,
        },
    ];

    /// <summary>The order of two values of one type that has an order, or of two numbers; null if there is none, as with NaN.</summary>
    public static int? Compare(CelValue left, CelValue right)
    {
        if (CelNumber.Compare(left, right) is { } order)
        {
            return order;
        }

        return left.Kind != right.Kind ? null : left.Kind switch
        {
            CelKind.String => Math.Sign(CompareTexts(left.AsString(), right.AsString())),
            CelKind.Bool => left.AsBool().CompareTo(right.AsBool()),
            CelKind.Bytes => Math.Sign(left.AsBytes().SequenceCompareTo(right.AsBytes())),
            CelKind.Duration => left.AsDuration().CompareTo(right.AsDuration()),
            CelKind.Timestamp => left.As<CelTime>().TotalNanos.CompareTo(right.As<CelTime>().TotalNanos),
            _ => null,
        };
    }

    // By code points, as the order of UTF-8 is; UTF-16 puts surrogates below some of what they outrank.
    private static int CompareTexts(string left, string right)
    {
        int length = Math.Min(left.Length, right.Length);
        for (int i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                bool first = char.IsSurrogate(left[i]), second = char.IsSurrogate(right[i]);
                return first == second ? left[i] - right[i] : first ? 1 : -1;
            }
        }

        return left.Length - right.Length;
    }

    private static CelFunction Order(string name, string id, Func<int, bool> holds)
    {
        CelType[] own = [CelType.Bool, CelType.Int, CelType.Uint, CelType.Double, CelType.String, CelType.Bytes, CelType.Timestamp, CelType.Duration];
        CelType[] numbers = [CelType.Int, CelType.Uint, CelType.Double];
        return new CelFunction(
            name,
            [
                .. own.Select(type => type.Kind is CelKind.String or CelKind.Bytes
                    ? Overload.Global($"{id}_{type.Kind}", type, type, CelType.Bool, Holds, cost: Costs.Smaller).With(Estimates.Smaller)
                    : Overload.Global($"{id}_{type.Kind}", type, type, CelType.Bool, Holds)),
                .. numbers.SelectMany(left => numbers.Where(right => !ReferenceEquals(left, right)).Select(right => Overload.Global($"{id}_{left.Kind}_{right.Kind}", left, right, CelType.Bool, Holds))),
            ])
        {
            Mismatch = CelMismatch.Operator,
        };

        CelValue Holds(CelValue left, CelValue right) => Compare(left, right) is { } order ? CelValue.From(holds(order)) : CelNumber.IsNumber(left.Kind) ? CelValue.Error("NaN values cannot be ordered") : CelError.NoSuchOverload.AsValue();
    }

    private static CelValue InList(CelValue item, CelValue list)
    {
        CelList items = list.As<CelList>();
        CelUnknown? unknown = null;
        for (int i = 0; i < items.Count; i++)
        {
            CelValue equal = CelEquality.Equal(item, items[i]);
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

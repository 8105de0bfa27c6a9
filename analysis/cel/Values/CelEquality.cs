using Rampart.Cel.Types;

namespace Rampart.Cel.Values;

/// <summary>Equality across types: what differs in type is not equal, and numbers compare by value.</summary>
internal static class CelEquality
{

    /// <summary>Whether two values are equal; errors count as different.</summary>
    public static bool AreEqual(CelValue left, CelValue right) => Equal(left, right).IsTrue;

    /// <summary>Whether two values are equal, as a boolean, error or unknown.</summary>
    public static CelValue Equal(CelValue left, CelValue right)
    {
        CelWork.Spend(1);
        if (left.IsErrorOrUnknown)
        {
            return left;
        }

        if (right.IsErrorOrUnknown)
        {
            return right;
        }

        CelKind kind = left.Kind;
        if (kind != right.Kind)
        {
            if (kind == CelKind.Object && right.Kind != CelKind.Null)
            {
                return CelError.NoSuchOverload.AsValue();
            }

            return CelValue.From(CelNumber.IsNumber(kind) && CelNumber.IsNumber(right.Kind) && CelNumber.Compare(left, right) == 0);
        }

        return kind switch
        {
            CelKind.Null => CelValue.True,
            CelKind.Bool => CelValue.From(left.AsBool() == right.AsBool()),
            CelKind.Int => CelValue.From(left.AsInt() == right.AsInt()),
            CelKind.Uint => CelValue.From(left.AsUint() == right.AsUint()),
            CelKind.Double => CelValue.From(left.AsDouble() == right.AsDouble()),
            CelKind.String => CelValue.From(left.AsString() == right.AsString()),
            CelKind.Bytes => CelValue.From(left.AsBytes().SequenceEqual(right.AsBytes())),
            CelKind.Duration => CelValue.From(left.AsDuration() == right.AsDuration()),
            CelKind.Timestamp => CelValue.From(left.AsTimestamp() == right.AsTimestamp()),
            CelKind.Type => CelValue.From(left.AsType().Name == right.AsType().Name),
            CelKind.List => EqualLists(left.As<CelList>(), right.As<CelList>()),
            CelKind.Map => EqualMaps(left.As<CelMap>(), right.As<CelMap>()),
            CelKind.Optional => EqualOptionals(left.As<CelOptional>(), right.As<CelOptional>()),
            _ => EqualObjects(left.As<CelObject>(), right.As<CelObject>()),
        };
    }

    private static CelValue EqualLists(CelList left, CelList right)
    {
        if (left.Count != right.Count)
        {
            return CelValue.False;
        }

        CelUnknown? unknown = null;
        CelValue failed = CelValue.True;
        for (int i = 0; i < left.Count; i++)
        {
            CelValue equal = Equal(left[i], right[i]);
            if (equal.IsFalse)
            {
                return equal;
            }

            Absorb(equal, ref unknown, ref failed);
        }

        return unknown?.AsValue() ?? failed;
    }

    private static CelValue EqualMaps(CelMap left, CelMap right)
    {
        if (left.Count != right.Count)
        {
            return CelValue.False;
        }

        CelUnknown? unknown = null;
        CelValue failed = CelValue.True;
        for (int i = 0; i < left.Count; i++)
        {
            if (!right.TryGet(left.KeyAt(i), out CelValue other))
            {
                return CelValue.False;
            }

            CelValue equal = Equal(left.ValueAt(i), other);
            if (equal.IsFalse)
            {
                return equal;
            }

            Absorb(equal, ref unknown, ref failed);
        }

        return unknown?.AsValue() ?? failed;
    }

    private static void Absorb(CelValue equal, ref CelUnknown? unknown, ref CelValue failed)
    {
        if (equal.Is(out CelUnknown? waits))
        {
            unknown = CelUnknown.Merge(unknown, waits);
        }
        else if (equal.IsError && !failed.IsError)
        {
            failed = equal;
        }
    }

    private static CelValue EqualOptionals(CelOptional left, CelOptional right) =>
        left.HasValue && right.HasValue ? Equal(left.Value, right.Value) : CelValue.From(left.HasValue == right.HasValue);

    private static CelValue EqualObjects(CelObject left, CelObject right)
    {
        if (!left.IsComparable || left.Type.Name != right.Type.Name)
        {
            return CelError.NoSuchOverload.AsValue();
        }

        return CelValue.From(left.Equals(right));
    }
}

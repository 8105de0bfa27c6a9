using Rampart.Cel.Functions;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Standard;

/// <summary><c>+ - * / %</c> and the sign. What does not fit is an error.</summary>
internal static class Arithmetic
{
    // No text of an object is longer; what doubles itself in an expression would be.
    private const int TextLimit = 1 << 26;

    private static readonly CelType ListOfA = CelType.List(CelType.Parameter("A"));

    public static readonly CelFunction[] All =
    [
        Operator(
            CelOperators.Add,
            Overload.Global("add_bytes", CelType.Bytes, CelType.Bytes, CelType.Bytes, AddBytes, cost: Costs.Both).With(Estimates.Both),
            Overload.Global("add_double", CelType.Double, CelType.Double, CelType.Double, static (l, r) => CelValue.From(l.AsDouble() + r.AsDouble())),
            Overload.Global("add_duration_duration", CelType.Duration, CelType.Duration, CelType.Duration, static (l, r) => Duration((Int128)l.AsDuration() + r.AsDuration())),
            Overload.Global("add_duration_timestamp", CelType.Duration, CelType.Timestamp, CelType.Timestamp, static (l, r) => Shift(r, l.AsDuration())),
            Overload.Global("add_timestamp_duration", CelType.Timestamp, CelType.Duration, CelType.Timestamp, static (l, r) => Shift(l, r.AsDuration())),
            Overload.Global("add_int64", CelType.Int, CelType.Int, CelType.Int, static (l, r) => Int((Int128)l.AsInt() + r.AsInt())),
            Overload.Global("add_list", ListOfA, ListOfA, ListOfA, static (l, r) => CelConcatenation.Concat(l.As<CelList>(), r.As<CelList>())).With(static call => new CelEstimate(CelRange.Exactly(1), call[0].Add(call[1]))),
            Overload.Global("add_string", CelType.String, CelType.String, CelType.String, AddStrings, cost: Costs.Both).With(Estimates.Both),
            Overload.Global("add_uint64", CelType.Uint, CelType.Uint, CelType.Uint, static (l, r) => Uint((Int128)l.AsUint() + r.AsUint()))),
        Operator(
            CelOperators.Subtract,
            Overload.Global("subtract_double", CelType.Double, CelType.Double, CelType.Double, static (l, r) => CelValue.From(l.AsDouble() - r.AsDouble())),
            Overload.Global("subtract_duration_duration", CelType.Duration, CelType.Duration, CelType.Duration, static (l, r) => Duration((Int128)l.AsDuration() - r.AsDuration())),
            Overload.Global("subtract_int64", CelType.Int, CelType.Int, CelType.Int, static (l, r) => Int((Int128)l.AsInt() - r.AsInt())),
            Overload.Global("subtract_timestamp_duration", CelType.Timestamp, CelType.Duration, CelType.Timestamp, static (l, r) => Shift(l, -(Int128)r.AsDuration())),
            Overload.Global("subtract_timestamp_timestamp", CelType.Timestamp, CelType.Timestamp, CelType.Duration, static (l, r) => Duration(l.As<CelTime>().TotalNanos - r.As<CelTime>().TotalNanos)),
            Overload.Global("subtract_uint64", CelType.Uint, CelType.Uint, CelType.Uint, static (l, r) => Uint((Int128)l.AsUint() - r.AsUint()))),
        Operator(
            CelOperators.Multiply,
            Overload.Global("multiply_double", CelType.Double, CelType.Double, CelType.Double, static (l, r) => CelValue.From(l.AsDouble() * r.AsDouble())),
            Overload.Global("multiply_int64", CelType.Int, CelType.Int, CelType.Int, static (l, r) => Int((Int128)l.AsInt() * r.AsInt())),
            Overload.Global("multiply_uint64", CelType.Uint, CelType.Uint, CelType.Uint, MultiplyUints)),
        Operator(
            CelOperators.Divide,
            Overload.Global("divide_double", CelType.Double, CelType.Double, CelType.Double, static (l, r) => CelValue.From(l.AsDouble() / r.AsDouble())),
            Overload.Global("divide_int64", CelType.Int, CelType.Int, CelType.Int, static (l, r) => r.AsInt() == 0 ? CelValue.Error("division by zero") : Int((Int128)l.AsInt() / r.AsInt())),
            Overload.Global("divide_uint64", CelType.Uint, CelType.Uint, CelType.Uint, static (l, r) => r.AsUint() == 0 ? CelValue.Error("division by zero") : CelValue.From(l.AsUint() / r.AsUint()))),
        Operator(
            CelOperators.Modulo,
            Overload.Global("modulo_int64", CelType.Int, CelType.Int, CelType.Int, ModuloInts),
            Overload.Global("modulo_uint64", CelType.Uint, CelType.Uint, CelType.Uint, static (l, r) => r.AsUint() == 0 ? CelValue.Error("modulus by zero") : CelValue.From(l.AsUint() % r.AsUint()))),
        new(
            CelOperators.Negate,
            Overload.Global("negate_double", CelType.Double, CelType.Double, static v => CelValue.From(-v.AsDouble())),
            Overload.Global("negate_int64", CelType.Int, CelType.Int, static v => Int(-(Int128)v.AsInt())))
        {
            Mismatch = CelMismatch.Short,
        },
    ];

    public static CelValue Int(Int128 number) => number < long.MinValue || number > long.MaxValue ? CelError.IntegerOverflow.AsValue() : CelValue.From((long)number);

    public static CelValue Uint(Int128 number) => number < 0 || number > ulong.MaxValue ? CelError.UnsignedOverflow.AsValue() : CelValue.From((ulong)number);

    public static CelValue Duration(Int128 nanos) => nanos < long.MinValue || nanos > long.MaxValue ? CelError.IntegerOverflow.AsValue() : CelValue.Duration((long)nanos);

    /// <summary>A text, unless it is too long to go on with.</summary>
    public static CelValue Text(long length, Func<string> create) => length > TextLimit ? CelValue.Error("string size limit exceeded") : CelValue.From(create());

    private static CelFunction Operator(string name, params CelOverload[] overloads) => new(name, overloads) { Mismatch = CelMismatch.Operator };

    private static CelValue Shift(CelValue time, Int128 nanos)
    {
        CelTime start = time.As<CelTime>();
        return CelTime.Create(start.TotalNanos + nanos, start.OffsetMinutes);
    }

    private static CelValue AddStrings(CelValue left, CelValue right)
    {
        string first = left.AsString(), second = right.AsString();
        return Text((long)first.Length + second.Length, () => first + second);
    }

    private static CelValue AddBytes(CelValue left, CelValue right) =>
        (long)left.AsBytes().Length + right.AsBytes().Length > TextLimit ? CelValue.Error("bytes size limit exceeded") : CelValue.From((byte[])[.. left.AsBytes(), .. right.AsBytes()]);

    private static CelValue MultiplyUints(CelValue left, CelValue right)
    {
        UInt128 product = (UInt128)left.AsUint() * right.AsUint();
        return product > ulong.MaxValue ? CelError.UnsignedOverflow.AsValue() : CelValue.From((ulong)product);
    }

    private static CelValue ModuloInts(CelValue left, CelValue right)
    {
        if (right.AsInt() == 0)
        {
            return CelValue.Error("modulus by zero");
        }

        return right.AsInt() == -1
            ? left.AsInt() == long.MinValue ? CelError.IntegerOverflow.AsValue() : CelValue.From(0L)
            : CelValue.From(left.AsInt() % right.AsInt());
    }
}

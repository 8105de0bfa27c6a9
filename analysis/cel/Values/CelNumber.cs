using Rampart.Cel.Types;

namespace Rampart.Cel.Values;

/// <summary>Numbers across their three types.</summary>
internal static class CelNumber
{
    private const double TwoTo63 = 9223372036854775808.0, TwoTo64 = 18446744073709551616.0;

    /// <summary>The order of two numbers; null if one is not a number.</summary>
    public static int? Compare(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => left.AsInt().CompareTo(right.AsInt()),
        (CelKind.Uint, CelKind.Uint) => left.AsUint().CompareTo(right.AsUint()),
        (CelKind.Double, CelKind.Double) => CompareDoubles(left.AsDouble(), right.AsDouble()),
        (CelKind.Int, CelKind.Uint) => left.AsInt() < 0 ? -1 : ((ulong)left.AsInt()).CompareTo(right.AsUint()),
        (CelKind.Uint, CelKind.Int) => right.AsInt() < 0 ? 1 : left.AsUint().CompareTo((ulong)right.AsInt()),
        (CelKind.Int, CelKind.Double) => CompareToDouble(left.AsInt(), right.AsDouble()),
        (CelKind.Double, CelKind.Int) => -CompareToDouble(right.AsInt(), left.AsDouble()),
        (CelKind.Uint, CelKind.Double) => CompareToDouble(left.AsUint(), right.AsDouble()),
        (CelKind.Double, CelKind.Uint) => -CompareToDouble(right.AsUint(), left.AsDouble()),
        _ => null,
    };

    public static bool IsNumber(CelKind kind) => kind is CelKind.Int or CelKind.Uint or CelKind.Double;

    /// <summary>A whole number out of a double, or none.</summary>
    public static long? WholeOrNull(double number) =>
        number >= -TwoTo63 && number < TwoTo63 && Math.Truncate(number) == number ? (long)number : null;

    /// <summary>An index out of any number, or an error.</summary>
    public static long? IndexOrNull(CelValue index) => index.Kind switch
    {
        CelKind.Int => index.AsInt(),
        CelKind.Uint when index.AsUint() <= long.MaxValue => (long)index.AsUint(),
        CelKind.Double => WholeOrNull(index.AsDouble()),
        _ => null,
    };

    private static int? CompareDoubles(double left, double right) =>
        double.IsNaN(left) || double.IsNaN(right) ? null : left < right ? -1 : left > right ? 1 : 0;

    private static int? CompareToDouble(long left, double right)
    {
        if (double.IsNaN(right))
        {
            return null;
        }

        if (right < -TwoTo63)
        {
            return 1;
        }

        return right > TwoTo63 ? -1 : CompareDoubles(left, right);
    }

    private static int? CompareToDouble(ulong left, double right)
    {
        if (double.IsNaN(right))
        {
            return null;
        }

        if (right < 0)
        {
            return 1;
        }

        return right > TwoTo64 ? -1 : CompareDoubles(left, right);
    }
}

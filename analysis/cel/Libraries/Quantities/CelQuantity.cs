using System.Globalization;
using System.Numerics;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Quantities;

/// <summary>How a quantity is written.</summary>
internal enum QuantityForm : byte
{
    /// <summary><c>1e3</c>.</summary>
    DecimalExponent,

    /// <summary><c>1k</c>.</summary>
    DecimalSi,

    /// <summary><c>1Ki</c>.</summary>
    BinarySi,
}

/// <summary>A number with a suffix: a whole number times a power of ten, or a decimal where that does not fit.</summary>
/// <param name="value">The whole number.</param>
/// <param name="scale">The exponent of ten.</param>
/// <param name="isDecimal">Whether it does not fit into 64 bits, or did not when it was computed.</param>
/// <param name="form">How it is written.</param>
/// <param name="text">As it was written, if it was.</param>
internal sealed class CelQuantity(BigInteger value, int scale, bool isDecimal, QuantityForm form, string? text = null) : CelObject
{
    public static readonly CelType QuantityType = CelType.Object("kubernetes.Quantity");

    // 2^63 - 1, which is also the largest binary quantity.
    private static readonly BigInteger Largest = long.MaxValue;

    private static readonly (string Suffix, int Exponent)[] DecimalSuffixes =
        [("n", -9), ("u", -6), ("m", -3), ("", 0), ("k", 3), ("M", 6), ("G", 9), ("T", 12), ("P", 15), ("E", 18)];

    private static readonly string[] BinarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    public override CelType Type => QuantityType;

    public int Sign => value.Sign;

    /// <summary>Parses a text; a problem instead if it is no quantity.</summary>
    public static CelQuantity? Parse(string text, out string problem) => QuantityParser.Parse(text, out problem);

    /// <summary>The whole number, if the quantity is stored as one.</summary>
    public long? AsInteger()
    {
        if (isDecimal || scale < 0)
        {
            return null;
        }

        BigInteger whole = value * BigInteger.Pow(10, scale);
        return BigInteger.Abs(whole) <= Largest ? (long)whole : null;
    }

    public double AsDouble()
    {
        // The conversion of a large number cuts off; parsing rounds.
        double number = double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return scale == 0 ? number : number * Math.Pow(10, scale);
    }

    public int CompareTo(CelQuantity other)
    {
        int common = Math.Min(scale, other.Scale);
        return (value * BigInteger.Pow(10, scale - common)).CompareTo(other.Value * BigInteger.Pow(10, other.Scale - common));
    }

    public CelQuantity Add(CelQuantity other) => Add(other, 1);

    public CelQuantity Subtract(CelQuantity other) => Add(other, -1);

    public static CelQuantity Of(long number) => new(number, 0, false, QuantityForm.DecimalExponent);

    public override bool Equals(CelObject? other) => other is CelQuantity quantity && CompareTo(quantity) == 0;

    public override int GetHashCode() => AsDouble().GetHashCode();

    /// <summary>The text as it was written, or the canonical one.</summary>
    public override string ToString()
    {
        if (text is not null)
        {
            return text;
        }

        if (value.IsZero)
        {
            return "0";
        }

        if (form == QuantityForm.BinarySi && BinaryText() is { } binary)
        {
            return binary;
        }

        // No zeros at the end, and an exponent that a suffix stands for.
        BigInteger mantissa = value;
        int exponent = scale;
        while (mantissa % 10 == 0)
        {
            mantissa /= 10;
            exponent++;
        }

        int excess = ((exponent % 3) + 3) % 3;
        mantissa *= BigInteger.Pow(10, excess);
        exponent -= excess;
        string number = mantissa.ToString(CultureInfo.InvariantCulture);
        if (form != QuantityForm.DecimalExponent)
        {
            foreach ((string suffix, int power) in DecimalSuffixes)
            {
                if (power == exponent)
                {
                    return number + suffix;
                }
            }

            // There is no suffix for it, and apimachinery writes none.
            return number;
        }

        return exponent == 0 ? number : number + "e" + exponent.ToString(CultureInfo.InvariantCulture);
    }

    private BigInteger Value => value;

    private int Scale => scale;

    private bool IsDecimal => isDecimal;

    private QuantityForm Form => form;

    private string? BinaryText()
    {
        if (scale < 0 && !(value % BigInteger.Pow(10, -scale)).IsZero)
        {
            return null;
        }

        BigInteger whole = scale < 0 ? value / BigInteger.Pow(10, -scale) : value * BigInteger.Pow(10, scale);
        if (BigInteger.Abs(whole) < 1024)
        {
            return null;
        }

        int power = 0;
        while (power < BinarySuffixes.Length - 1 && (whole % 1024).IsZero)
        {
            whole /= 1024;
            power++;
        }

        return whole.ToString(CultureInfo.InvariantCulture) + BinarySuffixes[power];
    }

    private CelQuantity Add(CelQuantity other, int sign)
    {
        QuantityForm resultForm = value.IsZero ? other.Form : form;
        if (other.Value.IsZero && !other.IsDecimal)
        {
            return new CelQuantity(value, scale, isDecimal, resultForm);
        }

        if (value.IsZero && !isDecimal && !other.IsDecimal)
        {
            return new CelQuantity(other.Value * sign, other.Scale, false, resultForm);
        }

        int common = Math.Min(scale, other.Scale);
        BigInteger sum = (value * BigInteger.Pow(10, scale - common)) + (sign * other.Value * BigInteger.Pow(10, other.Scale - common));
        bool isWhole = !isDecimal && !other.IsDecimal && BigInteger.Abs(sum) <= Largest;
        return new CelQuantity(sum, common, !isWhole, resultForm);
    }
}

using System.Globalization;
using System.Numerics;

namespace Rampart.Cel.Libraries.Quantities;

/// <summary>Texts to quantities, as apimachinery reads them.</summary>
internal static class QuantityParser
{
    private const string WrongForm = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    private const string WrongSuffix = "unable to parse quantity's suffix";

    // Larger exponents mean numbers that would take minutes and gigabytes.
    private const int ExponentLimit = 10_000;

    private static readonly Dictionary<string, (int Exponent, QuantityForm Form)> Suffixes = new(StringComparer.Ordinal)
    {
        ["n"] = (-9, QuantityForm.DecimalSi),
        ["u"] = (-6, QuantityForm.DecimalSi),
        ["m"] = (-3, QuantityForm.DecimalSi),
        [""] = (0, QuantityForm.DecimalSi),
        ["k"] = (3, QuantityForm.DecimalSi),
        ["M"] = (6, QuantityForm.DecimalSi),
        ["G"] = (9, QuantityForm.DecimalSi),
        ["T"] = (12, QuantityForm.DecimalSi),
        ["P"] = (15, QuantityForm.DecimalSi),
        ["E"] = (18, QuantityForm.DecimalSi),
        ["Ki"] = (10, QuantityForm.BinarySi),
        ["Mi"] = (20, QuantityForm.BinarySi),
        ["Gi"] = (30, QuantityForm.BinarySi),
        ["Ti"] = (40, QuantityForm.BinarySi),
        ["Pi"] = (50, QuantityForm.BinarySi),
        ["Ei"] = (60, QuantityForm.BinarySi),
    };

    public static CelQuantity? Parse(string text, out string problem)
    {
        problem = WrongForm;
        if (text.Length == 0)
        {
            return null;
        }

        int position = text[0] is '+' or '-' ? 1 : 0;
        bool isNegative = text[0] == '-';
        position = Skip(text, position, "0");
        int start = position;
        position = Skip(text, position, "0123456789");
        string whole = text[start..position], fraction = "";
        if (position < text.Length && text[position] == '.')
        {
            start = ++position;
            position = Skip(text, position, "0123456789");
            fraction = text[start..position];
        }

        int suffixStart = position;
        position = Skip(text, position, "eEinumkKMGTP");
        if (position < text.Length && text[position] is '+' or '-')
        {
            position++;
        }

        position = Skip(text, position, "0123456789");
        if (position < text.Length)
        {
            return null;
        }

        problem = WrongSuffix;
        return TryReadSuffix(text[suffixStart..], out int exponent, out QuantityForm form)
            ? Create(text, isNegative, whole.Length == 0 ? "0" : whole, fraction, exponent, form)
            : null;
    }

    private static int Skip(string text, int position, string characters)
    {
        while (position < text.Length && characters.Contains(text[position], StringComparison.Ordinal))
        {
            position++;
        }

        return position;
    }

    private static bool TryReadSuffix(string suffix, out int exponent, out QuantityForm form)
    {
        if (Suffixes.TryGetValue(suffix, out (int Exponent, QuantityForm Form) known))
        {
            (exponent, form) = known;
            return true;
        }

        form = QuantityForm.DecimalExponent;
        exponent = 0;
        return suffix.Length > 1 && suffix[0] is 'e' or 'E'
            && int.TryParse(suffix.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            && Math.Abs(exponent) <= ExponentLimit;
    }

    private static CelQuantity Create(string text, bool isNegative, string whole, string fraction, int exponent, QuantityForm form)
    {
        BigInteger digits = BigInteger.Parse(whole + fraction, CultureInfo.InvariantCulture);
        bool isBinary = form == QuantityForm.BinarySi;
        int precision = isBinary
            ? fraction.Length == 0 ? 15 - whole.Length - (exponent * 3 / 10) - 1 : -1
            : 18 - whole.Length - fraction.Length;
        int scale = (isBinary ? 0 : exponent) - fraction.Length;
        BigInteger number = isBinary ? digits << exponent : digits;
        if (precision >= 0 && scale >= -9 && number <= long.MaxValue)
        {
            return new CelQuantity(isNegative ? -number : number, scale, false, form, form != QuantityForm.BinarySi && fraction.Length == 0 && scale <= 18 ? text : null);
        }

        // Nothing is smaller than a billionth, and no binary number larger than 2^63 - 1.
        if (scale < -9)
        {
            BigInteger divisor = BigInteger.Pow(10, -9 - scale);
            number = (number + divisor - 1) / divisor;
            scale = -9;
        }

        if (isBinary)
        {
            BigInteger unit = BigInteger.Pow(10, -scale);
            if (number > long.MaxValue * unit)
            {
                (number, scale) = (long.MaxValue, 0);
            }
            else if (number < unit && !number.IsZero)
            {
                form = QuantityForm.DecimalSi;
            }
        }

        return new CelQuantity(isNegative ? -number : number, scale, true, form);
    }
}

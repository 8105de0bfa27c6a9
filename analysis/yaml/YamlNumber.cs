using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rampart.Yaml;

/// <summary>The spellings of numbers, without underscores.</summary>
internal static class YamlNumber
{
    /// <summary>
    /// Reads a whole number from -2^63 to 2^64 - 1: decimal, <c>0x</c>, <c>0o</c>, <c>0b</c>, and octal with a leading zero.
    /// </summary>
    public static bool TryParseInteger(string text, [NotNullWhen(true)] out string? canonical, out double number)
    {
        canonical = null;
        number = 0;
        bool signed = text[0] is '+' or '-', negative = text[0] == '-';
        ReadOnlySpan<char> digits = text.AsSpan(signed ? 1 : 0);
        uint radix = 10;
        if (digits.Length > 1 && digits[0] == '0')
        {
            radix = digits[1] switch
            {
                'x' or 'X' => 16,
                'o' or 'O' => 8,
                'b' or 'B' => 2,
                _ => 0,
            };
            digits = digits[(radix == 0 ? 1 : 2)..];
            radix = radix == 0 ? 8 : radix;
        }

        // Without a sign the number can be larger than a signed one.
        ulong limit = negative ? 1UL << 63 : signed ? long.MaxValue : ulong.MaxValue;
        if (!TryParseDigits(digits, radix, limit, out ulong magnitude))
        {
            return false;
        }

        // Decimal digits without a sign and without zeros before them are what JSON writes.
        canonical = radix == 10 && !signed ? text : magnitude.ToString(CultureInfo.InvariantCulture);
        if (negative && magnitude != 0)
        {
            canonical = "-" + canonical;
        }

        number = negative ? -(double)magnitude : magnitude;
        return true;
    }

    /// <summary>Reads a decimal number with a point, an exponent, or more digits than a whole number can have.</summary>
    public static bool TryParseFloat(string text, out double number)
    {
        number = 0;
        int i = text[0] is '+' or '-' ? 1 : 0;
        int whole = SkipDigits(text, ref i), fraction = 0;
        if (i < text.Length && text[i] == '.')
        {
            i++;
            fraction = SkipDigits(text, ref i);
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-')
            {
                i++;
            }

            if (SkipDigits(text, ref i) == 0)
            {
                return false;
            }
        }

        return i == text.Length
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    private static bool TryParseDigits(ReadOnlySpan<char> digits, uint radix, ulong limit, out ulong value)
    {
        value = 0;
        foreach (char c in digits)
        {
            uint digit = c switch
            {
                >= '0' and <= '9' => (uint)(c - '0'),
                >= 'a' and <= 'f' => (uint)(c - 'a' + 10),
                >= 'A' and <= 'F' => (uint)(c - 'A' + 10),
                _ => uint.MaxValue,
            };
            if (digit >= radix || value > (limit - digit) / radix)
            {
                return false;
            }

            value = (value * radix) + digit;
        }

        return digits.Length > 0;
    }

    private static int SkipDigits(string text, ref int index)
    {
        int start = index;
        while (index < text.Length && char.IsAsciiDigit(text[index]))
        {
            index++;
        }

        return index - start;
    }
}

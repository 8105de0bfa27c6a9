using System.Globalization;
using System.Text;

namespace Rampart.Yaml;

/// <summary>Writes floating-point numbers as Go's encoding/json does, so that a program sees the text it sees under Pulumi.</summary>
internal static class JsonNumber
{
    /// <summary>The shortest digits that read back as the same number; an exponent below 1e-6 and from 1e21 on.</summary>
    public static string Format(double value) =>
        Write(value, value.ToString("R", CultureInfo.InvariantCulture), lowest: -6, highest: 20, exponentDigits: 1);

    /// <summary>What Kubernetes' reader makes of a number that is a key: a number of 32 bits, with an exponent below 1e-4 and from 1e6 on; null for one beyond.</summary>
    public static string? FormatKey(double value) =>
        float.IsFinite((float)value)
            ? Write((float)value, ((float)value).ToString("R", CultureInfo.InvariantCulture), lowest: -4, highest: 5, exponentDigits: 2)
            : null;

    // The exponents of the smallest and of the largest number that is written without one.
    private static string Write(double value, string shortest, int lowest, int highest, int exponentDigits)
    {
        if (value == 0)
        {
            return double.IsNegative(value) ? "-0" : "0";
        }

        string digits = Digits(shortest, out int exponent);
        StringBuilder text = new(value < 0 ? "-" : "");
        if (exponent < lowest || exponent > highest)
        {
            text.Append(digits[0]);
            if (digits.Length > 1)
            {
                text.Append('.').Append(digits, 1, digits.Length - 1);
            }

            return text.Append(exponent < 0 ? "e-" : "e+")
                .Append(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(exponentDigits, '0'))
                .ToString();
        }

        if (exponent < 0)
        {
            return text.Append("0.").Append('0', -exponent - 1).Append(digits).ToString();
        }

        int whole = exponent + 1;
        return digits.Length <= whole
            ? text.Append(digits).Append('0', whole - digits.Length).ToString()
            : text.Append(digits, 0, whole).Append('.').Append(digits, whole, digits.Length - whole).ToString();
    }

    // The digits without zeros on either side, and the power of ten of the first.
    private static string Digits(string shortest, out int exponent)
    {
        StringBuilder digits = new();
        exponent = 0;
        bool afterPoint = false;
        for (int i = 0; i < shortest.Length; i++)
        {
            char c = shortest[i];
            if (c == 'E')
            {
                exponent += int.Parse(shortest.AsSpan(i + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }

            afterPoint |= c == '.';
            if (char.IsAsciiDigit(c))
            {
                exponent += digits.Length > 0
                    ? (afterPoint ? 0 : 1)
                    : (afterPoint ? -1 : 0);
                if (digits.Length > 0 || c != '0')
                {
                    digits.Append(c);
                }
            }
        }

        return digits.ToString().TrimEnd('0');
    }
}

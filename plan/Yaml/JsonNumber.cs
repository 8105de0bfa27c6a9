using System.Globalization;
using System.Text;

namespace Rampart.Plan.Yaml;

/// <summary>Writes floating-point numbers as Go's encoding/json does, so that a program sees the text it sees under Pulumi.</summary>
internal static class JsonNumber
{
    /// <summary>The shortest digits that read back as the same number; an exponent below 1e-6 and from 1e21 on.</summary>
    public static string Format(double value)
    {
        if (value == 0)
        {
            return double.IsNegative(value) ? "-0" : "0";
        }

        string digits = ShortestDigits(value, out int exponent);
        StringBuilder text = new(value < 0 ? "-" : "");
        if (Math.Abs(value) is < 1e-6 or >= 1e21)
        {
            text.Append(digits[0]);
            if (digits.Length > 1)
            {
                text.Append('.').Append(digits, 1, digits.Length - 1);
            }

            return text.Append(exponent < 0 ? "e-" : "e+").Append(Math.Abs(exponent)).ToString();
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
    private static string ShortestDigits(double value, out int exponent)
    {
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
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

using System.Globalization;
using System.Text;

namespace Rampart.Cel.Values;

/// <summary>Numbers and times as texts, in the forms that Go gives them.</summary>
internal static class CelText
{
    /// <summary>The shortest text that reads as the same double, with an exponent below 1e-4 and from 1e6.</summary>
    public static string OfDouble(double number)
    {
        if (double.IsNaN(number))
        {
            return "NaN";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "+Inf" : "-Inf";
        }

        if (number == 0)
        {
            return double.IsNegative(number) ? "-0" : "0";
        }

        (string digits, int exponent, bool negative) = ShortestDigits(number);
        StringBuilder text = new(negative ? "-" : "");
        if (exponent is < -4 or >= 6)
        {
            text.Append(digits[0]);
            if (digits.Length > 1)
            {
                text.Append('.').Append(digits, 1, digits.Length - 1);
            }

            text.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture));
        }
        else if (exponent < 0)
        {
            text.Append("0.").Append('0', -exponent - 1).Append(digits);
        }
        else if (digits.Length <= exponent + 1)
        {
            text.Append(digits).Append('0', exponent + 1 - digits.Length);
        }
        else
        {
            text.Append(digits, 0, exponent + 1).Append('.').Append(digits, exponent + 1, digits.Length - exponent - 1);
        }

        return text.ToString();
    }

    /// <summary>The shortest text that reads as the same double, never with an exponent.</summary>
    public static string OfDoubleWithoutExponent(double number)
    {
        if (number == 0 || !double.IsFinite(number))
        {
            return OfDouble(number);
        }

        (string digits, int exponent, bool negative) = ShortestDigits(number);
        string sign = negative ? "-" : "";
        return exponent < 0 ? sign + "0." + new string('0', -exponent - 1) + digits
            : digits.Length <= exponent + 1 ? sign + digits.PadRight(exponent + 1, '0')
            : sign + digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    /// <summary>A length of time in seconds, e.g. <c>1.5s</c>, as exact as a double is.</summary>
    public static string OfDuration(long nanos) =>
        OfDoubleWithoutExponent((nanos / CelTime.NanosPerSecond) + ((nanos % CelTime.NanosPerSecond) / 1e9)) + "s";

    /// <summary>A point in time as RFC 3339 has it, in the zone in which it was written.</summary>
    public static string OfTimestamp(CelTime time)
    {
        // Beyond the years that a DateTime can hold the zone does not matter to anybody.
        DateTime utc = time.ToDateTime();
        int offset = utc.Year is > 1 and < 9999 ? time.OffsetMinutes : 0;
        string zone = offset == 0 ? "Z" : $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:00}:{Math.Abs(offset) % 60:00}";
        return utc.AddMinutes(offset).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + Fraction(time.Nanos) + zone;
    }

    private static string Fraction(int nanos) =>
        nanos == 0 ? "" : "." + nanos.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');

    private static (string Digits, int Exponent, bool Negative) ShortestDigits(double number)
    {
        // "E16" pads, "R" gives the shortest digits in either notation.
        string text = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        int e = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        int before = point < 0 ? mantissa.Length : point;
        int leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), exponent + before - 1 - leading, double.IsNegative(number));
    }
}

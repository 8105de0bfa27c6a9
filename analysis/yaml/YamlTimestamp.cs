using System.Globalization;

namespace Rampart.Yaml;

/// <summary>The spellings of dates and times that Go's yaml.v3 knows.</summary>
internal static class YamlTimestamp
{
    /// <summary>Whether the text is <c>yyyy-m-d</c>, alone or with a time after <c>T</c> or a space.</summary>
    public static bool IsTimestamp(string text)
    {
        ReadOnlySpan<char> rest = text;
        if (!TakeNumber(ref rest, 4, 4, out int year) || !Take(ref rest, '-')
            || !TakeNumber(ref rest, 1, 2, out int month) || !Take(ref rest, '-')
            || !TakeNumber(ref rest, 1, 2, out int day)
            || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year == 0 ? 4 : year, month))
        {
            return false;
        }

        if (rest.IsEmpty)
        {
            return true;
        }

        bool zoned = Take(ref rest, 'T') || Take(ref rest, 't');
        return (zoned || Take(ref rest, ' '))
            && TakeNumber(ref rest, 1, 2, out int hour) && hour < 24 && Take(ref rest, ':')
            && TakeNumber(ref rest, 1, 2, out int minute) && minute < 60 && Take(ref rest, ':')
            && TakeNumber(ref rest, 1, 2, out int second) && second < 60
            && TakeFraction(ref rest)
            && (!zoned || TakeZone(ref rest))
            && rest.IsEmpty;
    }

    private static bool TakeZone(ref ReadOnlySpan<char> text) =>
        Take(ref text, 'Z')
        || ((Take(ref text, '+') || Take(ref text, '-'))
            && TakeNumber(ref text, 2, 2, out int hours) && hours < 25 && Take(ref text, ':')
            && TakeNumber(ref text, 2, 2, out int minutes) && minutes < 60);

    private static bool TakeFraction(ref ReadOnlySpan<char> text) => !Take(ref text, '.') || TakeNumber(ref text, 1, 9, out _);

    private static bool TakeNumber(ref ReadOnlySpan<char> text, int minimum, int maximum, out int number)
    {
        int digits = 0;
        while (digits < text.Length && digits < maximum && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        bool taken = digits >= minimum;
        number = taken ? int.Parse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        text = text[digits..];
        return taken;
    }

    private static bool Take(ref ReadOnlySpan<char> text, char c)
    {
        if (text.IsEmpty || text[0] != c)
        {
            return false;
        }

        text = text[1..];
        return true;
    }
}

using System.Globalization;

namespace Pulumi.Transforms;

/// <summary>Durations as the engine writes them, e.g. <c>1h30m</c>, <c>1.5s</c> or <c>60000000000ns</c>.</summary>
/// <remarks>Source: pkg.go.dev/time, ParseDuration.</remarks>
internal static class GoDuration
{
    /// <summary>The duration; null when the text is not one.</summary>
    public static TimeSpan? Parse(ReadOnlySpan<char> text)
    {
        bool isNegative = text is ['-', ..];
        text = text is ['-' or '+', ..] ? text[1..] : text;
        if (text.IsEmpty)
        {
            return null;
        }

        decimal ticks = 0;
        while (!text.IsEmpty && text is not "0")
        {
            int number = CountWhile(text, isNumber: true);
            if (!decimal.TryParse(text[..number], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
            {
                return null;
            }

            text = text[number..];
            ReadOnlySpan<char> name = text[..CountWhile(text, isNumber: false)];
            if (Ticks(name) is not { } perUnit)
            {
                return null;
            }

            ticks += value * perUnit;
            text = text[name.Length..];
        }

        return ticks > long.MaxValue ? null : TimeSpan.FromTicks((long)(isNegative ? -ticks : ticks));
    }

    private static int CountWhile(ReadOnlySpan<char> text, bool isNumber)
    {
        int count = 0;
        while (count < text.Length && (char.IsAsciiDigit(text[count]) || text[count] == '.') == isNumber)
        {
            count++;
        }

        return count;
    }

    private static decimal? Ticks(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" => 1m / TimeSpan.NanosecondsPerTick,
        "us" or "µs" or "μs" => TimeSpan.TicksPerMicrosecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        "s" => TimeSpan.TicksPerSecond,
        "m" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        _ => null,
    };
}

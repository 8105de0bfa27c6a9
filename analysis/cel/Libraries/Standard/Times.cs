using System.Globalization;
using System.Text.RegularExpressions;
using Rampart.Cel.Functions;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Standard;

/// <summary>Points and lengths of time: how they are read, and their parts.</summary>
internal static partial class Times
{
    // 400 years.
    private const long CycleTicks = 146_097 * TimeSpan.TicksPerDay;

    private static readonly Dictionary<string, decimal> Units = new(StringComparer.Ordinal)
    {
        ["ns"] = 1m,
        ["us"] = 1_000m,
        ["µs"] = 1_000m,
        ["μs"] = 1_000m,
        ["ms"] = 1_000_000m,
        ["s"] = 1_000_000_000m,
        ["m"] = 60_000_000_000m,
        ["h"] = 3_600_000_000_000m,
    };

    public static readonly CelFunction[] All =
    [
        Part("getFullYear", "timestamp_to_year", static (time, _, years) => time.Year + years),
        Part("getMonth", "timestamp_to_month", static (time, _, _) => time.Month - 1),
        Part("getDate", "timestamp_to_day_of_month_1_based", static (time, _, _) => time.Day),
        Part("getDayOfMonth", "timestamp_to_day_of_month", static (time, _, _) => time.Day - 1),
        Part("getDayOfWeek", "timestamp_to_day_of_week", static (time, _, _) => (int)time.DayOfWeek),
        Part("getDayOfYear", "timestamp_to_day_of_year", static (time, _, _) => time.DayOfYear - 1),
        Part("getHours", "timestamp_to_hours", static (time, _, _) => time.Hour, Whole("duration_to_hours", 3_600_000_000_000)),
        Part("getMinutes", "timestamp_to_minutes", static (time, _, _) => time.Minute, Whole("duration_to_minutes", 60_000_000_000)),
        Part("getSeconds", "timestamp_to_seconds", static (time, _, _) => time.Second, Whole("duration_to_seconds", 1_000_000_000)),
        Part("getMilliseconds", "timestamp_to_milliseconds", static (_, nanos, _) => nanos / 1_000_000, Whole("duration_to_milliseconds", 1_000_000)),
    ];

    /// <summary>A duration as Go writes it, e.g. <c>1h2.5m</c>.</summary>
    public static CelValue ParseDuration(CelValue value)
    {
        string text = value.AsString();
        bool isNegative = text.StartsWith('-');
        string rest = text.StartsWith('-') || text.StartsWith('+') ? text[1..] : text;
        if (rest == "0")
        {
            return CelValue.Duration(0);
        }

        Int128 total = 0;
        Match match = DurationPattern().Match(rest);
        if (!match.Success || rest.Length > 1000)
        {
            return CelError.Conversion(value, CelType.Duration);
        }

        for (int i = 0; i < match.Groups[1].Captures.Count; i++)
        {
            decimal unit = Units[match.Groups[2].Captures[i].Value];
            string number = match.Groups[1].Captures[i].Value;
            if (!TryMultiply(number, unit, out Int128 nanos))
            {
                return CelError.Conversion(value, CelType.Duration);
            }

            total += nanos;
        }

        total = isNegative ? -total : total;
        return total < long.MinValue || total > long.MaxValue ? CelError.Conversion(value, CelType.Duration) : CelValue.Duration((long)total);
    }

    /// <summary>A point in time as RFC 3339 writes it.</summary>
    public static CelValue ParseTimestamp(CelValue value)
    {
        Match match = TimestampPattern().Match(value.AsString());
        if (!match.Success)
        {
            return CelError.Conversion(value, CelType.Timestamp);
        }

        int Number(int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        int year = Number(1), month = Number(2), day = Number(3);
        string zone = match.Groups[8].Value;
        int offset = zone == "Z" ? 0 : (zone[0] == '-' ? -1 : 1) * ((int.Parse(zone.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(zone.AsSpan(4, 2), CultureInfo.InvariantCulture));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year == 0 ? 4 : year, month) || Number(4) > 23 || Number(5) > 59 || Number(6) > 59
            || (zone != "Z" && (int.Parse(zone.AsSpan(1, 2), CultureInfo.InvariantCulture) > 24 || int.Parse(zone.AsSpan(4, 2), CultureInfo.InvariantCulture) > 59)))
        {
            return CelError.Conversion(value, CelType.Timestamp);
        }

        if (year == 0)
        {
            return CelError.TimestampOverflow.AsValue();
        }

        DateTime local = new(year, month, day, Number(4), Number(5), Number(6), DateTimeKind.Utc);
        Int128 seconds = ((local - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond) - (offset * 60L);
        string fraction = match.Groups[7].Value;
        int nanos = fraction.Length == 0 ? 0 : int.Parse(fraction[1..].PadRight(9, '0').AsSpan(0, 9), CultureInfo.InvariantCulture);
        return CelTime.Create((seconds * CelTime.NanosPerSecond) + nanos, offset);
    }

    private static bool TryMultiply(string number, decimal unit, out Int128 nanos)
    {
        int point = number.IndexOf('.', StringComparison.Ordinal);
        string whole = point < 0 ? number : number[..point], fraction = point < 0 ? "" : number[(point + 1)..];
        nanos = 0;
        if (whole.TrimStart('0').Length > 20)
        {
            return false;
        }

        nanos = whole.Length == 0 ? 0 : Int128.Parse(whole, CultureInfo.InvariantCulture) * (Int128)unit;
        fraction = fraction.Length > 18 ? fraction[..18] : fraction;
        if (fraction.Length > 0)
        {
            nanos += Int128.Parse(fraction, CultureInfo.InvariantCulture) * (Int128)unit / Int128.Parse("1" + new string('0', fraction.Length), CultureInfo.InvariantCulture);
        }

        return true;
    }

    private static CelFunction Part(string name, string id, Func<DateTime, int, int, int> part, params CelOverload[] durations) => new(
        name,
        [
            .. durations,
            Overload.Method(id, CelType.Timestamp, CelType.Int, time => Read(time, null, part)),
            Overload.Method(id + "_with_tz", CelType.Timestamp, CelType.String, CelType.Int, (time, zone) => Read(time, zone.AsString(), part)),
        ]);

    private static CelOverload Whole(string id, long nanos) => Overload.Method(id, CelType.Duration, CelType.Int, duration => CelValue.From(duration.AsDuration() / nanos));

    private static CelValue Read(CelValue value, string? zone, Func<DateTime, int, int, int> part)
    {
        CelTime time = value.As<CelTime>();
        DateTime utc = time.ToDateTime();
        (TimeSpan offset, string? problem) = zone is null ? (TimeSpan.Zero, null) : OffsetOf(zone, utc);
        if (problem is not null)
        {
            return CelValue.Error(problem);
        }

        // Local times may leave the years that a DateTime has. After 400 years the calendar repeats.
        long ticks = utc.Ticks + offset.Ticks;
        int years = ticks < 0 ? -400 : ticks > DateTime.MaxValue.Ticks ? 400 : 0;
        return CelValue.From((long)part(new DateTime(ticks - (years / 400 * CycleTicks)), time.Nanos, years));
    }

    private static (TimeSpan Offset, string? Problem) OffsetOf(string zone, DateTime utc)
    {
        int colon = zone.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0)
        {
            if (Conversions.ParseInt(zone[..colon]) is not { } hours || hours is < -100 or > 100)
            {
                return (default, $"strconv.Atoi: parsing \"{zone[..colon]}\": invalid syntax");
            }

            if (Conversions.ParseInt(zone[(colon + 1)..]) is not { } minutes)
            {
                return (default, $"strconv.Atoi: parsing \"{zone[(colon + 1)..]}\": invalid syntax");
            }

            return minutes is < 0 or > 59
                ? (default, $"timezone offset minutes out of range [0, 59]: {zone}")
                : (TimeSpan.FromMinutes((hours * 60) + (zone[0] == '-' ? -minutes : minutes)), null);
        }

        if (zone is "" or "UTC")
        {
            return (TimeSpan.Zero, null);
        }

        return ZonePattern().IsMatch(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? found)
            ? (found.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), null)
            : (default, $"unknown time zone {zone}");
    }

    [GeneratedRegex(@"^(?:([0-9]+\.?[0-9]*|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})([.,][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimestampPattern();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_+/-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZonePattern();
}

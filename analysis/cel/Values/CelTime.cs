using Rampart.Cel.Types;

namespace Rampart.Cel.Values;

/// <summary>A point in time.</summary>
/// <param name="seconds">Seconds since 1970-01-01T00:00:00Z.</param>
/// <param name="nanos">Nanoseconds, from 0 to 999,999,999.</param>
/// <param name="offsetMinutes">The zone in which it was written, in minutes east of UTC.</param>
internal sealed class CelTime(long seconds, int nanos, int offsetMinutes = 0) : CelNode
{
    /// <summary>Year 1.</summary>
    public const long MinSeconds = -62135596800;

    /// <summary>The last second of year 9999.</summary>
    public const long MaxSeconds = 253402300799;

    public const long NanosPerSecond = 1_000_000_000;

    public long Seconds => seconds;

    public int Nanos => nanos;

    public int OffsetMinutes => offsetMinutes;

    public override CelKind Kind => CelKind.Timestamp;

    public override CelType Type => CelType.Timestamp;

    /// <summary>The time with a precision of 100 nanoseconds.</summary>
    public DateTime ToDateTime() => DateTime.UnixEpoch.AddTicks((seconds * TimeSpan.TicksPerSecond) + (nanos / 100));

    /// <summary>A time that may be out of range.</summary>
    public static CelValue Create(Int128 totalNanos, int offsetMinutes = 0)
    {
        Int128 seconds = totalNanos / NanosPerSecond, nanos = totalNanos % NanosPerSecond;
        if (nanos < 0)
        {
            nanos += NanosPerSecond;
            seconds--;
        }

        return seconds < MinSeconds || seconds > MaxSeconds
            ? CelError.TimestampOverflow.AsValue()
            : CelValue.From(new CelTime((long)seconds, (int)nanos, offsetMinutes));
    }

    public Int128 TotalNanos => ((Int128)seconds * NanosPerSecond) + nanos;
}

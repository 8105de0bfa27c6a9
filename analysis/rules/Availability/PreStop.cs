using System.Globalization;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>How long the preStop hook of a container only sleeps.</summary>
internal static class PreStop
{
    /// <summary>The grace period of a pod that sets none, in seconds.</summary>
    public const int DefaultGraceSeconds = 30;

    /// <summary>Reads how long a container sleeps before it gets the signal to stop.</summary>
    /// <param name="container">The container.</param>
    /// <param name="seconds">The seconds.</param>
    /// <param name="isCommand">Whether a command sleeps, which the API server does not check.</param>
    /// <returns>True, unset when it does not sleep for a known time, or unknown.</returns>
    public static Flag Read(Container container, out double seconds, out bool isCommand)
    {
        Field preStop = container["lifecycle"]["preStop"];
        seconds = 0;
        isCommand = !preStop["exec"].IsUnset && preStop["sleep"].IsUnset;
        if (preStop.Presence != Flag.True)
        {
            return preStop.Presence;
        }

        if (isCommand)
        {
            return ReadCommand(preStop["exec"]["command"], out seconds);
        }

        if (preStop["sleep"].IsUnset)
        {
            return Flag.Unset;
        }

        return preStop["sleep"]["seconds"].TryGetInteger(out seconds) ? Flag.True : Flag.Unknown;
    }

    /// <summary>Reads the grace period of a pod, in seconds; false while it is not known.</summary>
    public static bool TryGetGrace(Workload workload, out double seconds)
    {
        Field grace = workload.PodSpec["terminationGracePeriodSeconds"];
        bool isKnown = grace.TryGetInteger(out seconds);
        if (grace.IsUnset)
        {
            seconds = DefaultGraceSeconds;
        }

        return isKnown;
    }

    // [sleep, 5], [/bin/sleep, 5s] and [sh, -c, sleep 5 && more].
    private static Flag ReadCommand(Field command, out double seconds)
    {
        seconds = 0;
        if (!command.TryGetItems(out FieldItems items))
        {
            return Flag.Unknown;
        }

        if (items.Count == 2 && EndsWithSleep(items[0].Text))
        {
            return TryReadSeconds(items[1].Text, out seconds) ? Flag.True : Flag.Unset;
        }

        if (items.Count != 3 || items[1].Text != "-c" || !items[2].Text.StartsWith("sleep ", StringComparison.Ordinal))
        {
            return Flag.Unset;
        }

        ReadOnlySpan<char> rest = items[2].Text.AsSpan("sleep ".Length).Trim();
        int end = rest.IndexOfAny(' ', ';', '&');
        return TryReadSeconds(end < 0 ? rest : rest[..end], out seconds) ? Flag.True : Flag.Unset;
    }

    private static bool EndsWithSleep(string program) => program == "sleep" || program.EndsWith("/sleep", StringComparison.Ordinal);

    private static bool TryReadSeconds(ReadOnlySpan<char> text, out double seconds) =>
        double.TryParse(text.TrimEnd('s'), NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
}

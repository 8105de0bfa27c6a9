using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Settings;

/// <summary>The day on which waivers are looked at; nothing else of a check depends on when it runs.</summary>
public static class CheckDay
{
    /// <summary>The environment variable that fixes the day, as seconds since 1970 in UTC (reproducible-builds.org/specs/source-date-epoch).</summary>
    public const string Variable = "SOURCE_DATE_EPOCH";

    private const long LastSecond = 253402300799;

    /// <summary>Tells the day: that of <see cref="Variable"/>, else today in UTC.</summary>
    /// <param name="environment">Gives the value of an environment variable.</param>
    /// <param name="clock">Tells the time; asked only when the variable is not set.</param>
    /// <param name="day">The day.</param>
    /// <param name="diagnostic">What is wrong with the variable; null when nothing is.</param>
    public static bool TryFind(
        Func<string, string?> environment, TimeProvider clock, out DateOnly day, [NotNullWhen(false)] out Diagnostic? diagnostic)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(clock);
        diagnostic = null;
        day = default;
        string? text = environment(Variable);
        if (string.IsNullOrEmpty(text))
        {
            day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            return true;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= LastSecond)
        {
            day = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime);
            return true;
        }

        diagnostic = new Diagnostic(
            RuleSettingsDiagnosticIds.InvalidDay, DiagnosticSeverity.Error, Variable, "", $"{QuotedText.Of(text)} is not a number of seconds since 1970", "give one, or unset it for today");
        return false;
    }
}

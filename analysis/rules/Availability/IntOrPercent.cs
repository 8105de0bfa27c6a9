using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Availability;

/// <summary>A count of pods or a share of them, as Kubernetes writes it: <c>2</c> or <c>25%</c>.</summary>
public readonly record struct IntOrPercent
{
    private IntOrPercent(int value, bool isPercent)
    {
        Value = value;
        IsPercent = isPercent;
    }

    /// <summary>The number, of pods or of hundredths; never negative.</summary>
    public int Value { get; }

    /// <summary>Whether <see cref="Value"/> is a percentage.</summary>
    public bool IsPercent { get; }

    /// <summary>A count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static IntOrPercent Count(int pods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pods);
        return new IntOrPercent(pods, isPercent: false);
    }

    /// <summary>A percentage; more than 100 is possible, as for a surge.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is negative.</exception>
    public static IntOrPercent Percent(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        return new IntOrPercent(percent, isPercent: true);
    }

    /// <summary>Reads digits with an optional percent sign, and says what is wrong with a text that is neither.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IntOrPercent value, [NotNullWhen(false)] out string? error)
    {
        bool isPercent = text is [.., '%'];
        if (int.TryParse(isPercent ? text![..^1] : text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            value = new IntOrPercent(number, isPercent);
            error = null;
            return true;
        }

        value = default;
        error = $"{QuotedText.Of(text)} is neither a whole number nor a percentage";
        return false;
    }

    /// <summary>The number of pods that this is of a total; a share is rounded up, as budgets and surges are.</summary>
    public int Of(int total) => Scale(total, 99);

    /// <summary>The number of pods that this is of a total; a share is rounded down, as a rollout's unavailable pods are.</summary>
    public int OfRoundedDown(int total) => Scale(total, 0);

    /// <summary>The text in a manifest.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture) + (IsPercent ? "%" : "");

    private int Scale(int total, int rounding) =>
        IsPercent ? (int)Math.Min(((long)Value * total + rounding) / 100, int.MaxValue) : Value;
}

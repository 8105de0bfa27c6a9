using Rampart.Rules.Objects;

namespace Rampart.Rules.Findings;

/// <summary>
/// The questions that most rules ask about a field. A missing boolean is not true, a missing text is empty, and so is a missing list.
/// The answer is unknown while the field is, and for a value of a type that the API server rejects.
/// </summary>
internal static class Is
{
    /// <summary>Whether a text, such as a label, is missing; an empty one is not.</summary>
    public static FieldTest UnsetText => new(static (value, _) => value.TryGetText(out string _) ? Answer(value.IsUnset) : Flag.Unknown);

    /// <summary>Whether a field of any type is missing. There is always an answer.</summary>
    public static FieldTest Unset => new(static (value, _) => Answer(value.IsUnset));

    /// <summary>Whether an object is missing.</summary>
    public static FieldTest NoObject => new(static (value, _) => value.Presence switch
    {
        Flag.Unset => Flag.True,
        Flag.True => Flag.False,
        _ => Flag.Unknown,
    });

    /// <summary>Whether a boolean is missing.</summary>
    public static FieldTest NoBoolean => new(static (value, _) => value.Flag == Flag.Unknown ? Flag.Unknown : Answer(value.IsUnset));

    /// <summary>Whether a text is missing or empty.</summary>
    public static FieldTest NoText => Text("");

    /// <summary>Whether a boolean is true.</summary>
    public static FieldTest True => new(static (value, _) => value.Flag == Flag.Unset ? Flag.False : value.Flag);

    /// <summary>Whether a boolean is false.</summary>
    public static FieldTest False => new(static (value, _) => value.Flag == Flag.Unknown ? Flag.Unknown : Answer(value.Flag == Flag.False));

    /// <summary>Whether a boolean is false or missing.</summary>
    public static FieldTest NotTrue => new(static (value, _) => value.Flag == Flag.Unknown ? Flag.Unknown : Answer(value.Flag != Flag.True));

    /// <summary>Whether a boolean is true or missing.</summary>
    public static FieldTest NotFalse => new(static (value, _) => value.Flag == Flag.Unknown ? Flag.Unknown : Answer(value.Flag != Flag.False));

    /// <summary>Whether it is a list, or missing.</summary>
    public static FieldTest List => new(static (value, _) => value.TryGetItems(out FieldItems _) ? Flag.True : Flag.Unknown);

    /// <summary>Whether a list is missing or empty.</summary>
    public static FieldTest Empty => new(static (value, _) => value.TryGetItems(out FieldItems items) ? Answer(items.Count == 0) : Flag.Unknown);

    /// <summary>Whether a list has items.</summary>
    public static FieldTest NotEmpty => new(static (value, _) => value.TryGetItems(out FieldItems items) ? Answer(items.Count > 0) : Flag.Unknown);

    /// <summary>Whether a text is this one.</summary>
    public static FieldTest Text(string text) =>
        new(static (value, test) => value.TryGetText(out string found) ? Answer(found == test.Text) : Flag.Unknown, text);

    /// <summary>Whether a text is missing or another one.</summary>
    public static FieldTest NotText(string text) =>
        new(static (value, test) => value.TryGetText(out string found) ? Answer(found != test.Text) : Flag.Unknown, text);

    /// <summary>Whether a number is missing.</summary>
    public static FieldTest NoNumber => new(static (value, _) => value.TryGetInteger(out double _) ? Answer(value.IsUnset) : Flag.Unknown);

    /// <summary>Whether a whole number is this one.</summary>
    public static FieldTest Number(double number) =>
        new(static (value, test) => value.TryGetInteger(out double found) ? Answer(!value.IsUnset && found == test.Number) : Flag.Unknown, number: number);

    /// <summary>Whether a text is one of these, of which the empty one stands for a missing text, too.</summary>
    public static FieldTest OneOf(string text, string other) => new(
        static (value, test) => value.TryGetText(out string found) ? Answer(found == test.Text || found == test.Other) : Flag.Unknown, text, other);

    /// <summary>Whether a text is set and none of these.</summary>
    public static FieldTest NoneOf(string text, string other) => new(
        static (value, test) => value.TryGetText(out string found) ? Answer(!value.IsUnset && found != test.Text && found != test.Other) : Flag.Unknown, text, other);

    /// <summary>Whether a whole number is set and less than this one.</summary>
    public static FieldTest LessThan(double number) =>
        new(static (value, test) => value.TryGetInteger(out double found) ? Answer(!value.IsUnset && found < test.Number) : Flag.Unknown, number: number);

    /// <summary>Whether a whole number is set and more than this one.</summary>
    public static FieldTest MoreThan(double number) =>
        new(static (value, test) => value.TryGetInteger(out double found) ? Answer(!value.IsUnset && found > test.Number) : Flag.Unknown, number: number);

    private static Flag Answer(bool isYes) => isYes ? Flag.True : Flag.False;
}

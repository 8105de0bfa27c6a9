namespace Rampart.Yaml;

/// <summary>What a <see cref="YamlScalar"/> stands for.</summary>
public enum ScalarKind : byte
{
    /// <summary><c>null</c>, <c>~</c>, or nothing.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A whole number from -2^63 to 2^64 - 1.</summary>
    Integer,

    /// <summary>Another number; also infinity and not-a-number.</summary>
    Float,

    /// <summary>A date, or a date and a time.</summary>
    Timestamp,

    /// <summary>Text.</summary>
    String,
}

/// <summary>What a scalar stands for, and how JSON would write it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">
/// The text of a string or timestamp; otherwise the value in JSON: <c>null</c>, <c>true</c>, <c>420</c> for <c>0o644</c>,
/// <c>1.1</c> for <c>1.10</c>. What JSON cannot say (<c>.inf</c>, <c>.nan</c>) stays as it is written.
/// </param>
/// <param name="Number">The number; 0 when it is none.</param>
public readonly record struct ScalarValue(ScalarKind Kind, string Text, double Number = 0)
{
    /// <summary>Whether this is the boolean <c>true</c>.</summary>
    public bool IsTrue => Kind == ScalarKind.Boolean && Text == "true";
}

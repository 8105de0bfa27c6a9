namespace Rampart.Components.Configuration;

/// <summary>The ids of what can be wrong with a setting by itself, or with two of them.</summary>
public static class SettingsDiagnosticIds
{
    /// <summary>There is no such setting.</summary>
    public const string UnknownSetting = "RMP7101";

    /// <summary>A value is not of the setting's type.</summary>
    public const string WrongType = "RMP7102";

    /// <summary>A number is out of its bounds.</summary>
    public const string OutOfBounds = "RMP7103";

    /// <summary>A setting that is needed is missing.</summary>
    public const string MissingValue = "RMP7104";

    /// <summary>A text is none of those that are allowed, or has not the form that it needs.</summary>
    public const string NotAllowed = "RMP7105";

    /// <summary>Two settings exclude each other.</summary>
    public const string Contradiction = "RMP7106";

    /// <summary>A text is not a quantity, or a quantity is negative.</summary>
    public const string InvalidQuantity = "RMP3101";
}

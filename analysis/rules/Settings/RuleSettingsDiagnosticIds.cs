namespace Rampart.Rules.Settings;

/// <summary>The ids of what can be wrong with what a check goes by: stack configuration <c>rampart:…</c> and <c>rampart.yaml</c>.</summary>
public static class RuleSettingsDiagnosticIds
{
    /// <summary>There is no such setting, or a setting has no such field.</summary>
    public const string UnknownSetting = "RMP7050";

    /// <summary>A setting has the wrong form, or a value that is not one of those allowed.</summary>
    public const string InvalidSetting = "RMP7051";

    /// <summary>There is no such rule.</summary>
    public const string UnknownRule = "RMP7052";

    /// <summary>A severity is none of error, warning, info and off.</summary>
    public const string InvalidSeverity = "RMP7053";

    /// <summary>A rule's severity is set twice, by number and by name.</summary>
    public const string DuplicateRule = "RMP7054";

    /// <summary>A waiver does not say what it has to.</summary>
    public const string IncompleteWaiver = "RMP7055";

    /// <summary>A day is not written as year, month and day.</summary>
    public const string InvalidDate = "RMP7056";

    /// <summary>A text names no object.</summary>
    public const string InvalidPattern = "RMP7057";

    /// <summary>A text is no registry and no part of one.</summary>
    public const string InvalidRegistry = "RMP7058";

    /// <summary>SOURCE_DATE_EPOCH is not a number of seconds.</summary>
    public const string InvalidDay = "RMP7059";

    /// <summary>There is no such settings file.</summary>
    public const string NoSettingsFile = "RMP7060";
}

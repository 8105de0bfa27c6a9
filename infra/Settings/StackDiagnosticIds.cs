namespace Rampart.Infra.Settings;

/// <summary>The ids of what can be wrong with the stack's settings together, and with those of its provider.</summary>
/// <remarks>
/// Each setting by itself has those of <c>SettingsDiagnosticIds</c>, images those of <c>ImagePinning</c>, datastores and replicas those of
/// <c>SpiceDbTopology</c>.
/// </remarks>
internal static class StackDiagnosticIds
{
    /// <summary>A value would break the <i>restricted</i> Pod Security Standard, or the guide's rules beside it.</summary>
    public const string NotRestricted = "RMP7107";

    /// <summary>The provider's strict mode lacks a setting that it asks for.</summary>
    public const string StrictModeIncomplete = "RMP7070";

    /// <summary>A switch of the provider is neither true nor false.</summary>
    public const string InvalidSwitch = "RMP7071";

    /// <summary>No kubeconfig has the context, so that a preview compares with nothing.</summary>
    public const string UnknownContext = "RMP7072";

    /// <summary>A container requests more than its limit.</summary>
    public const string RequestAboveLimit = "RMP3102";

    /// <summary>The quota does not hold a single pod.</summary>
    public const string QuotaHoldsNoPod = "RMP3103";

    /// <summary>The quota does not hold all replicas, those that an update adds, and the migration.</summary>
    public const string QuotaTooSmall = "RMP3104";

    /// <summary>The quota holds all of these, but not the pods that are ending during an update as well.</summary>
    public const string QuotaSlowsUpdates = "RMP3106";

    /// <summary>A container asks for less or more than the limit range allows.</summary>
    public const string OutsideLimitRange = "RMP3105";

    /// <summary>The disruption budget lets no pod go, so that a node drain never ends.</summary>
    public const string BudgetBlocksDrains = "RMP4101";
}

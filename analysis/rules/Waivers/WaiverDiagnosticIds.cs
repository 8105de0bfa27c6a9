namespace Rampart.Rules.Waivers;

/// <summary>The ids of what can be wrong with a waiver that is well written.</summary>
public static class WaiverDiagnosticIds
{
    /// <summary>The waiver's time is over; what it covered counts again.</summary>
    public const string Expired = "RMP7201";

    /// <summary>The waiver covers nothing: what it accepted is mended, or it names another object.</summary>
    public const string Unused = "RMP7202";
}

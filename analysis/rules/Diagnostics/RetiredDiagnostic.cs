namespace Rampart.Rules.Diagnostics;

/// <summary>A number that is no longer used, and that nothing else may take.</summary>
/// <param name="Id">The number.</param>
/// <param name="Reason">What it was, and what to look for instead.</param>
public sealed record RetiredDiagnostic(string Id, string Reason)
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<RetiredDiagnostic> All { get; } =
    [
        new("RMP2052", "It was image-policy-pattern: the patterns of an image policy can match an image at all. RMP6108 says the same of Kyverno."),
    ];
}

using Rampart.Rules.Findings;

namespace Rampart.Rules.Checklists;

/// <summary>The texts of the checklist's points and states.</summary>
public static class ChecklistPoints
{
    /// <summary>The points in their order.</summary>
    public static IReadOnlyList<ChecklistPoint> All { get; } =
    [
        ChecklistPoint.PodSecurityStandards, ChecklistPoint.NonRootContainers, ChecklistPoint.ReadOnlyRootFilesystem, ChecklistPoint.CapabilitiesDropped,
        ChecklistPoint.SeccompProfile, ChecklistPoint.ResourceLimits, ChecklistPoint.SpecificImageTags, ChecklistPoint.ImageScanning,
        ChecklistPoint.ImageVerification, ChecklistPoint.DisruptionBudgets, ChecklistPoint.RuntimeMonitoring, ChecklistPoint.AppArmorOrSELinux,
    ];

    /// <summary>The point in the guide's words.</summary>
    public static string Title(this ChecklistPoint point) => point switch
    {
        ChecklistPoint.PodSecurityStandards => "Pod Security Standards enforced (restricted profile)",
        ChecklistPoint.NonRootContainers => "Non-root containers configured",
        ChecklistPoint.ReadOnlyRootFilesystem => "Read-only root filesystem enabled",
        ChecklistPoint.CapabilitiesDropped => "All capabilities dropped",
        ChecklistPoint.SeccompProfile => "Seccomp profile configured",
        ChecklistPoint.ResourceLimits => "Resource limits set",
        ChecklistPoint.SpecificImageTags => "Specific image tags used (not latest)",
        ChecklistPoint.ImageScanning => "Image scanning enabled",
        ChecklistPoint.ImageVerification => "Image verification configured",
        ChecklistPoint.DisruptionBudgets => "Pod disruption budgets configured",
        ChecklistPoint.RuntimeMonitoring => "Runtime security monitoring deployed",
        _ => "AppArmor/SELinux configured (if available)",
    };

    /// <summary>The state as one word or two: <c>met</c>, <c>broken</c>, <c>waived</c>, <c>unknown</c>, <c>not applicable</c>.</summary>
    public static string ToText(this ChecklistState state) => state switch
    {
        ChecklistState.Met => "met",
        ChecklistState.Broken => "broken",
        ChecklistState.Waived => "waived",
        ChecklistState.Unknown => "unknown",
        _ => "not applicable",
    };
}

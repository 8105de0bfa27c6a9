namespace Rampart.Rules.Findings;

/// <summary>The twelve points of the hardening guide's checklist, in its order.</summary>
public enum ChecklistPoint
{
    /// <summary>Pod Security Standards enforced (restricted profile).</summary>
    PodSecurityStandards = 1,

    /// <summary>Non-root containers configured.</summary>
    NonRootContainers,

    /// <summary>Read-only root filesystem enabled.</summary>
    ReadOnlyRootFilesystem,

    /// <summary>All capabilities dropped.</summary>
    CapabilitiesDropped,

    /// <summary>Seccomp profile configured.</summary>
    SeccompProfile,

    /// <summary>Resource limits set.</summary>
    ResourceLimits,

    /// <summary>Specific image tags used (not latest).</summary>
    SpecificImageTags,

    /// <summary>Image scanning enabled.</summary>
    ImageScanning,

    /// <summary>Image verification configured.</summary>
    ImageVerification,

    /// <summary>Pod disruption budgets configured.</summary>
    DisruptionBudgets,

    /// <summary>Runtime security monitoring deployed.</summary>
    RuntimeMonitoring,

    /// <summary>AppArmor/SELinux configured (if available).</summary>
    AppArmorOrSELinux,
}

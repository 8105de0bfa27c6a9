using Rampart.Rules.PodSecurity.Checks;

namespace Rampart.Rules.PodSecurity.Evaluation;

/// <summary>All checks of the Pod Security Standards.</summary>
public static class PodSecurityChecks
{
    private static readonly PodSecurityCheck[] Checks =
    [
        AppArmorProfileCheck.Create(),
        CapabilitiesBaselineCheck.Create(),
        HostNamespacesCheck.Create(),
        HostPathVolumesCheck.Create(),
        HostPortsCheck.Create(),
        HostProbesAndHostLifecycleCheck.Create(),
        PrivilegedCheck.Create(),
        ProcMountCheck.Create(),
        SELinuxOptionsCheck.Create(),
        SeccompProfileBaselineCheck.Create(),
        SysctlsCheck.Create(),
        WindowsHostProcessCheck.Create(),
        AllowPrivilegeEscalationCheck.Create(),
        CapabilitiesRestrictedCheck.Create(),
        ProcMountRestrictedCheck.Create(),
        RestrictedVolumesCheck.Create(),
        RunAsNonRootCheck.Create(),
        RunAsUserCheck.Create(),
        SeccompProfileRestrictedCheck.Create(),
    ];

    // By level and minor version; filled when a standard is first asked for. Several threads may do that, with the same result.
    private static readonly ActiveCheck[]?[] Active = new ActiveCheck[]?[2 * (PolicyVersion.Newest.Minor + 1)];

    /// <summary>The checks in the order of their messages: baseline, then restricted, each in ordinal order of the ids.</summary>
    public static IReadOnlyList<PodSecurityCheck> All => Checks;

    /// <summary>The checks of a standard, in the order of their messages; none for level privileged.</summary>
    /// <param name="policy">The standard; a version above <see cref="PolicyVersion.Newest"/> is that one.</param>
    public static IReadOnlyList<PodSecurityCheck> For(LevelVersion policy)
    {
        List<PodSecurityCheck> checks = [];
        foreach (ActiveCheck active in Select(policy))
        {
            checks.Add(active.Check);
        }

        return checks;
    }

    internal static ActiveCheck[] Select(LevelVersion policy)
    {
        if (policy.Level == PodSecurityLevel.Privileged)
        {
            return [];
        }

        PolicyVersion version = policy.Version > PolicyVersion.Newest ? PolicyVersion.Newest : policy.Version;
        bool isRestricted = policy.Level == PodSecurityLevel.Restricted;
        ref ActiveCheck[]? active = ref Active[(2 * version.Minor) + (isRestricted ? 1 : 0)];
        return Volatile.Read(ref active) ?? (active = Select(version, isRestricted));
    }

    private static ActiveCheck[] Select(PolicyVersion version, bool isRestricted)
    {
        List<ActiveCheck> active = [];
        HashSet<string> overridden = new(StringComparer.Ordinal);
        foreach (PodSecurityCheck check in Checks)
        {
            if ((isRestricted || check.Level == PodSecurityLevel.Baseline) && check.At(version) is { } atVersion)
            {
                active.Add(new ActiveCheck(check, atVersion));
                overridden.UnionWith(atVersion.Overrides);
            }
        }

        active.RemoveAll(candidate => overridden.Contains(candidate.Check.Id));
        return [.. active];
    }
}

/// <summary>A check as of the version of a standard.</summary>
internal sealed record ActiveCheck(PodSecurityCheck Check, PodSecurityCheckVersion Version);

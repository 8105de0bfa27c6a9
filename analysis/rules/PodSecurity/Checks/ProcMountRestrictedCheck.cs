namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>The paths that container runtimes mask in <c>/proc</c> must stay masked, in user namespaces too.</summary>
/// <remarks>
/// Field: <c>spec.containers[*].securityContext.procMount</c>. Allowed: unset, <c>Default</c>. Since 1.35, when the baseline check
/// began to except user namespaces; until then that one was as strict.
/// </remarks>
internal static class ProcMountRestrictedCheck
{
    public static PodSecurityCheck Create() => new(
        "RMP1015",
        "procMount_restricted",
        PodSecurityLevel.Restricted,
        new PodSecurityCheckVersion(PolicyVersion.V1(35), ProcMountCheck.CheckV1_0, ProcMountCheck.ProcMount)
        {
            Overrides = [ProcMountCheck.Id],
        });
}

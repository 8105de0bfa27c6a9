using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Windows containers must not run as processes of the node.</summary>
/// <remarks>
/// Fields: <c>spec.securityContext.windowsOptions.hostProcess</c> and
/// <c>spec.containers[*].securityContext.windowsOptions.hostProcess</c>. Allowed: unset, <c>false</c>.
/// </remarks>
internal static class WindowsHostProcessCheck
{
    public static PodSecurityCheck Create() => new(
        "RMP1012",
        "windowsHostProcess",
        PodSecurityLevel.Baseline,
        new PodSecurityCheckVersion(
            PolicyVersion.V1(0),
            CheckV1_0,
            new("spec.securityContext.windowsOptions.hostProcess", PropertyKind.Boolean),
            new("spec.containers[*].securityContext.windowsOptions.hostProcess", PropertyKind.Boolean)));

    private static CheckResult CheckV1_0(in PodView pod)
    {
        Flag podFlag = pod.SecurityContext["windowsOptions"]["hostProcess"].Flag;
        Offenders containers = default;
        bool isUnknown = podFlag == Flag.Unknown;
        foreach (Field container in pod.Containers)
        {
            switch (container["securityContext"]["windowsOptions"]["hostProcess"].Flag)
            {
                case Flag.True:
                    containers.Add(container);
                    break;
                case Flag.Unknown:
                    isUnknown = true;
                    break;
            }
        }

        return podFlag == Flag.True || containers.Any
            ? CheckResult.Forbid(
                "hostProcess", $"{containers.WithPod(podFlag == Flag.True)} must not set securityContext.windowsOptions.hostProcess=true")
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }
}

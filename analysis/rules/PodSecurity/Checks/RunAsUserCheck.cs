using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Containers must not be told to run as root.</summary>
/// <remarks>
/// Fields: <c>spec.securityContext.runAsUser</c> and <c>spec.containers[*].securityContext.runAsUser</c>. Allowed: unset, any
/// number but 0; since 1.35 anything when <c>spec.hostUsers</c> is <c>false</c>.
/// </remarks>
internal static class RunAsUserCheck
{
    private static readonly CheckedField OfPod = new("spec.securityContext.runAsUser", PropertyKind.Number);
    private static readonly CheckedField OfContainers = new("spec.containers[*].securityContext.runAsUser", PropertyKind.Number);

    public static PodSecurityCheck Create() => new(
        "RMP1018",
        "runAsUser",
        PodSecurityLevel.Restricted,
        new PodSecurityCheckVersion(PolicyVersion.V1(23), CheckV1_23, OfPod, OfContainers),
        new PodSecurityCheckVersion(
            PolicyVersion.V1(35), CheckV1_35, OfPod, OfContainers, new CheckedField("spec.hostUsers", PropertyKind.Boolean) { IsCondition = true }));

    private static CheckResult CheckV1_35(in PodView pod) => CheckV1_23(pod).UnlessExempt(pod.HasUserNamespace);

    private static CheckResult CheckV1_23(in PodView pod)
    {
        Flag isPodRoot = IsRoot(pod.SecurityContext["runAsUser"]);
        Offenders containers = default;
        bool isUnknown = isPodRoot == Flag.Unknown;
        foreach (Field container in pod.Containers)
        {
            switch (IsRoot(container["securityContext"]["runAsUser"]))
            {
                case Flag.True:
                    containers.Add(container);
                    break;
                case Flag.Unknown:
                    isUnknown = true;
                    break;
            }
        }

        return isPodRoot == Flag.True || containers.Any
            ? CheckResult.Forbid("runAsUser=0", $"{containers.WithPod(isPodRoot == Flag.True)} must not set runAsUser=0")
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }

    private static Flag IsRoot(Field user) =>
        !user.TryGetInteger(out double number) ? Flag.Unknown
        : number == 0 && !user.IsUnset ? Flag.True
        : Flag.False;
}

using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Containers must be required to run as another user than root.</summary>
/// <remarks>
/// Fields: <c>spec.securityContext.runAsNonRoot</c> and <c>spec.containers[*].securityContext.runAsNonRoot</c>. Allowed:
/// <c>true</c>; unset in a container when the pod says <c>true</c>; since 1.35 anything when <c>spec.hostUsers</c> is
/// <c>false</c>. Windows pods are not exempt.
/// </remarks>
internal static class RunAsNonRootCheck
{
    private static readonly CheckedField OfPod =
        new("spec.securityContext.runAsNonRoot", PropertyKind.Boolean) { Sound = PropertyValue.From(true) };

    private static readonly CheckedField OfContainers =
        new("spec.containers[*].securityContext.runAsNonRoot", PropertyKind.Boolean) { Sound = PropertyValue.From(true) };

    public static PodSecurityCheck Create() => new(
        "RMP1017",
        "runAsNonRoot",
        PodSecurityLevel.Restricted,
        new PodSecurityCheckVersion(PolicyVersion.V1(0), CheckV1_0, OfPod, OfContainers),
        new PodSecurityCheckVersion(
            PolicyVersion.V1(35), CheckV1_35, OfPod, OfContainers, new CheckedField("spec.hostUsers", PropertyKind.Boolean) { IsCondition = true }));

    private static CheckResult CheckV1_35(in PodView pod) => CheckV1_0(pod).UnlessExempt(pod.HasUserNamespace);

    private static CheckResult CheckV1_0(in PodView pod)
    {
        Flag podFlag = pod.SecurityContext["runAsNonRoot"].Flag;
        Offenders allowing = default, silent = default;
        bool isUnknown = podFlag == Flag.Unknown;
        foreach (Field container in pod.Containers)
        {
            switch (container["securityContext"]["runAsNonRoot"].Flag)
            {
                case Flag.False:
                    allowing.Add(container);
                    break;
                case Flag.Unset when podFlag is Flag.Unset or Flag.False:
                    silent.Add(container);
                    break;
                case Flag.Unknown:
                    isUnknown = true;
                    break;
            }
        }

        const string Reason = "runAsNonRoot != true";
        if (podFlag == Flag.False || allowing.Any)
        {
            return CheckResult.Forbid(
                Reason, $"{allowing.WithPod(podFlag == Flag.False)} must not set securityContext.runAsNonRoot=false");
        }

        return silent.Any
            ? CheckResult.Forbid(Reason, $"pod or {silent.Containers} must set securityContext.runAsNonRoot=true")
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }
}

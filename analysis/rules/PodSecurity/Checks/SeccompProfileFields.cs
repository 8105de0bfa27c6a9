using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>What the seccomp fields of a pod and its containers say; both levels look at them.</summary>
/// <param name="Pod">The profile of the pod.</param>
/// <param name="Silent">The containers without a profile of their own.</param>
/// <param name="IsUnknown">Whether a profile is unknown.</param>
/// <param name="Forbidden">The result when a profile is explicitly a forbidden one; otherwise null.</param>
internal readonly record struct SeccompProfileFields(ProfileState Pod, Offenders Silent, bool IsUnknown, CheckResult? Forbidden)
{
    public const string Reason = "seccompProfile";

    public static SeccompProfileFields Read(in PodView pod)
    {
        ValueSet values = default;
        Field podProfile = pod.SecurityContext["seccompProfile"];
        ProfileState podState = ProfileField.Read(podProfile);
        if (podState == ProfileState.Forbidden)
        {
            values.Add(podProfile["type"].Shown);
        }

        Offenders bad = default, silent = default;
        bool isUnknown = podState == ProfileState.Unknown;
        foreach (Field container in pod.Containers)
        {
            Field profile = container["securityContext"]["seccompProfile"];
            switch (ProfileField.Read(profile))
            {
                case ProfileState.Forbidden:
                    bad.Add(container);
                    values.Add(profile["type"].Shown);
                    break;
                case ProfileState.Unset when podState is ProfileState.Unset or ProfileState.Forbidden:
                    silent.Add(container);
                    break;
                case ProfileState.Unknown:
                    isUnknown = true;
                    break;
            }
        }

        CheckResult? forbidden = podState == ProfileState.Forbidden || bad.Any
            ? CheckResult.Forbid(
                Reason,
                $"{bad.WithPod(podState == ProfileState.Forbidden)} must not set securityContext.seccompProfile.type to {values.Quoted}")
            : null;
        return new SeccompProfileFields(podState, silent, isUnknown, forbidden);
    }
}

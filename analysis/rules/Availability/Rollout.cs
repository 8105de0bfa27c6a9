using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>How a Deployment replaces its pods; fields that are not set have the API server's default.</summary>
/// <param name="IsRolling">Whether old and new pods run side by side; false for Recreate.</param>
/// <param name="MaxSurge">The pods that a rollout may add; null while it is not known or would be rejected.</param>
/// <param name="MaxUnavailable">The pods that may be unavailable; null while it is not known or would be rejected.</param>
internal readonly record struct Rollout(bool IsRolling, IntOrPercent? MaxSurge, IntOrPercent? MaxUnavailable)
{
    private const int DefaultPercent = 25;

    /// <summary>Reads a Deployment; null while its strategy is not known, and for other kinds.</summary>
    public static Rollout? Of(KubernetesObject deployment)
    {
        if (!deployment.Is("apps", "Deployment") || !deployment.Spec["strategy"]["type"].TryGetText(out string type))
        {
            return null;
        }

        if (type == "Recreate")
        {
            return new Rollout(IsRolling: false, null, null);
        }

        Field rolling = deployment.Spec["strategy"]["rollingUpdate"];
        return new Rollout(IsRolling: true, Read(rolling["maxSurge"]), Read(rolling["maxUnavailable"]));
    }

    /// <summary>Whether a rollout of some pods deletes one before a new one runs; null while that is not known.</summary>
    /// <remarks>When both numbers come out as zero, the controller deletes one pod.</remarks>
    public bool? MayTakeFirst(int pods) =>
        !IsRolling ? true
        : MaxSurge is not { } surge || MaxUnavailable is not { } unavailable ? null
        : unavailable.OfRoundedDown(pods) > 0 || surge.Of(pods) == 0;

    private static IntOrPercent? Read(Field field) => PodShare.Read(field, out IntOrPercent value) switch
    {
        Flag.Unset => IntOrPercent.Percent(DefaultPercent),
        Flag.True => value,
        _ => null,
    };
}

namespace Rampart.Rules.Availability;

/// <summary>How an update replaces pods while old and new ones run side by side.</summary>
/// <param name="MaxSurge">The pods that a rollout may add; a share is rounded up.</param>
/// <param name="MaxUnavailable">The pods that may be unavailable; a share is rounded down.</param>
/// <param name="GracePeriodSeconds">How long a pod may take to stop, in seconds: <c>terminationGracePeriodSeconds</c>.</param>
/// <param name="SecondsUntilAvailable">
/// The least time from the start of a new pod until it counts as available, in seconds: <c>minReadySeconds</c> and the initial
/// delays of probes. 0 when nothing delays it.
/// </param>
public sealed record RollingUpdate(IntOrPercent MaxSurge, IntOrPercent MaxUnavailable, int GracePeriodSeconds, int SecondsUntilAvailable)
{
    /// <summary>What the API server fills in for a Deployment: 25% of both, and 30 seconds to stop.</summary>
    public static readonly RollingUpdate Default = new(IntOrPercent.Percent(25), IntOrPercent.Percent(25), DefaultGracePeriodSeconds, 0);

    /// <summary>The grace period of a pod that sets none, in seconds.</summary>
    public const int DefaultGracePeriodSeconds = 30;

    /// <summary>The pods that an update adds to some; never more than there are, since each gets one new pod.</summary>
    public int SurgeOf(int replicas) => Math.Min(MaxSurge.Of(replicas), replicas);

    /// <summary>
    /// The most pods that are terminating, within their grace period, while all replicas and the surge exist. The API server counts them
    /// in a quota until they are gone, and an update does not wait for that: it continues as soon as new pods are available.
    /// </summary>
    /// <remarks>
    /// During one grace period, each place of the surge and of the unavailable pods is filled once, and again each time a
    /// new pod has become available. The last new pod is created while as many old ones as the surge still exist; so no more than
    /// the others can be terminating, and an update never has more than two pods for each replica.
    /// </remarks>
    public int EndingOf(int replicas)
    {
        if (GracePeriodSeconds <= 0)
        {
            return 0;
        }

        int surge = SurgeOf(replicas), all = replicas - surge;
        if (SecondsUntilAvailable <= 0)
        {
            return all;
        }

        // Where both come out as zero, the controller deletes one pod.
        long places = Math.Max(surge + (long)Math.Min(MaxUnavailable.OfRoundedDown(replicas), replicas), 1);
        return (int)Math.Min(places * ((GracePeriodSeconds / SecondsUntilAvailable) + 1), all);
    }
}

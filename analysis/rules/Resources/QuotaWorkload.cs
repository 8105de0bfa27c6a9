using Rampart.Rules.Availability;

namespace Rampart.Rules.Resources;

/// <summary>A set of equal pods that runs in a namespace with a quota.</summary>
/// <param name="Name">The name for messages, e.g. <c>deployment/spicedb</c>.</param>
/// <param name="Pod">The resources of one pod, as it is written.</param>
/// <param name="Replicas">The requested pods; for a job its <c>parallelism</c>.</param>
public sealed record QuotaWorkload(string Name, PodResources Pod, int Replicas)
{
    /// <summary>The most replicas that an autoscaler may ask for; null without one, the default.</summary>
    public int? AutoscalerMax { get; init; }

    /// <summary>
    /// How an update replaces the pods while old and new ones run side by side; null when it does not, as for a StatefulSet, a
    /// job and the strategy Recreate, the default.
    /// </summary>
    public RollingUpdate? Update { get; init; }

    /// <summary>The pods outside of updates: the larger of replicas and autoscaler maximum.</summary>
    public int Most => Math.Max(Replicas, AutoscalerMax ?? 0);

    /// <summary>The pods that an update adds before it deletes any.</summary>
    public int SurgePods => Update?.SurgeOf(Most) ?? 0;

    /// <summary>The pods that are terminating during an update, and still count.</summary>
    public int EndingPods => Update?.EndingOf(Most) ?? 0;

    /// <summary>The most pods at a time: all of them, those that an update adds, and those that are terminating meanwhile.</summary>
    public int PeakPods => Most + SurgePods + EndingPods;

    /// <summary>The same while no pod is terminating.</summary>
    public QuotaWorkload WithoutEnding() => this with { Update = Update is null ? null : Update with { GracePeriodSeconds = 0 } };
}

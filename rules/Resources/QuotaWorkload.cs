using Rampart.Rules.Availability;

namespace Rampart.Rules.Resources;

/// <summary>A set of equal pods that runs in a namespace with a quota.</summary>
/// <param name="Name">The name for messages, e.g. <c>deployment/spicedb</c>.</param>
/// <param name="Pod">The resources of one pod, as it is written.</param>
/// <param name="Replicas">The pods that are asked for; for a job its <c>parallelism</c>.</param>
public sealed record QuotaWorkload(string Name, PodResources Pod, int Replicas)
{
    /// <summary>The most replicas that an autoscaler may ask for; null without one, the default.</summary>
    public int? AutoscalerMax { get; init; }

    /// <summary>
    /// The pods that a rollout adds before it takes any away. The default is none, as for a StatefulSet, a job and the
    /// strategy Recreate; a Deployment that says nothing has 25%.
    /// </summary>
    public IntOrPercent Surge { get; init; }

    /// <summary>The most pods at a time: the larger of replicas and autoscaler maximum, and the surge of that many.</summary>
    public int PeakPods
    {
        get
        {
            int replicas = Math.Max(Replicas, AutoscalerMax ?? 0);
            return replicas + Surge.Of(replicas);
        }
    }
}

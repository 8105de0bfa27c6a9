using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>How many pods a workload has when it is smallest and when it is largest.</summary>
/// <param name="Lowest">The fewest pods; null while it is not known, and for kinds that have no such number.</param>
/// <param name="Highest">The most pods, without those that a rollout adds; null like <paramref name="Lowest"/>.</param>
/// <param name="Autoscaler">What sets the scale; null when nothing in the set does.</param>
internal readonly record struct PodScale(int? Lowest, int? Highest, KubernetesObject? Autoscaler)
{
    public static PodScale Of(Workload workload, SharedFacts facts) => Of(workload, AutoscalerMap.Of(facts));

    public static PodScale Of(Workload workload, AutoscalerMap autoscalers)
    {
        if (!workload.HasScale || autoscalers.Find(workload.Object) is not { } autoscaler)
        {
            return new PodScale(workload.Replicas, workload.Replicas, null);
        }

        Field minimum = autoscaler.Spec["minReplicas"], maximum = autoscaler.Spec["maxReplicas"];
        int? lowest = minimum.IsUnset ? 1 : Count(minimum);
        return new PodScale(lowest, maximum.IsUnset ? lowest : Count(maximum), autoscaler);
    }

    private static int? Count(Field field) =>
        field.TryGetInteger(out double number) && number is >= 0 and <= int.MaxValue ? (int)number : null;
}

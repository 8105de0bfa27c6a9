using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>The first HorizontalPodAutoscaler of each kind and name in a namespace, whatever version of the kind it names.</summary>
internal sealed class AutoscalersByTarget
{
    private readonly Dictionary<Target, KubernetesObject> _byTarget = [];

    public AutoscalersByTarget(ObjectSet objects)
    {
        foreach (KubernetesObject autoscaler in objects.OfKind("autoscaling", "HorizontalPodAutoscaler"))
        {
            Field target = autoscaler.Spec["scaleTargetRef"];
            _byTarget.TryAdd(new Target(autoscaler.Place, target["kind"].Text, target["name"].Text), autoscaler);
        }
    }

    /// <summary>The autoscaler of an object; null when it has no name, or no autoscaler.</summary>
    public KubernetesObject? Find(KubernetesObject item) =>
        item.Name.Length == 0 || _byTarget.Count == 0 ? null : _byTarget.GetValueOrDefault(new Target(item.Place, item.Kind, item.Name));

    private sealed record Target(string Namespace, string Kind, string Name);
}

using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>Which HorizontalPodAutoscaler sets the scale of which workload.</summary>
internal sealed class AutoscalerMap
{
    private readonly Dictionary<KubernetesObject, KubernetesObject> _byTarget = [];

    public AutoscalerMap(ObjectSet objects)
    {
        foreach (KubernetesObject autoscaler in objects.OfKind("autoscaling", "HorizontalPodAutoscaler"))
        {
            if (FindTarget(objects, autoscaler) is { } target)
            {
                _byTarget.TryAdd(target, autoscaler);
            }
        }
    }

    public static AutoscalerMap Of(SharedFacts facts) => facts.Get(static facts => new AutoscalerMap(facts.Objects));

    /// <summary>The autoscaler of an object; null when the set has none.</summary>
    public KubernetesObject? Find(KubernetesObject target) => _byTarget.GetValueOrDefault(target);

    /// <summary>The object that an autoscaler scales; null when the set does not have it.</summary>
    public static KubernetesObject? FindTarget(ObjectSet objects, KubernetesObject autoscaler)
    {
        Field target = autoscaler.Spec["scaleTargetRef"];
        string kind = target["kind"].Text, name = target["name"].Text, apiVersion = target["apiVersion"].Text;
        if (kind.Length == 0 || name.Length == 0)
        {
            return null;
        }

        int slash = apiVersion.IndexOf('/');
        return objects.Find(slash < 0 ? "" : apiVersion[..slash], kind, autoscaler.Place, name)
            ?? (apiVersion.Length == 0 ? objects.Find("apps", kind, autoscaler.Place, name) : null);
    }
}

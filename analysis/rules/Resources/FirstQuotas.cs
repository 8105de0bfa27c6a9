using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>The quotas at which problems of their whole namespace are reported.</summary>
internal sealed class FirstQuotas
{
    private readonly Dictionary<string, KubernetesObject> _onAllPods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KubernetesObject> _onCompute = new(StringComparer.Ordinal);

    private FirstQuotas(ObjectSet objects)
    {
        foreach (KubernetesObject quota in objects.OfKind("", "ResourceQuota"))
        {
            if (QuotaScope.IsSet(quota) == Flag.False)
            {
                _onAllPods.TryAdd(quota.Place, quota);
            }

            if (IsOnCompute(quota.Spec["hard"]))
            {
                _onCompute.TryAdd(quota.Place, quota);
            }
        }
    }

    public static FirstQuotas Of(SharedFacts facts) => facts.Get(static shared => new FirstQuotas(shared.Objects));

    /// <summary>The first quota of a namespace that certainly has no scopes; null for none.</summary>
    public KubernetesObject? OnAllPods(string place) => _onAllPods.GetValueOrDefault(place);

    /// <summary>The first quota of a namespace on cpu or memory; null for none.</summary>
    public KubernetesObject? OnCompute(string place) => _onCompute.GetValueOrDefault(place);

    private static bool IsOnCompute(Field hard)
    {
        foreach (string name in (ReadOnlySpan<string>)["cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory"])
        {
            if (!hard[name].IsUnset && !hard.IsUnknown)
            {
                return true;
            }
        }

        return false;
    }
}

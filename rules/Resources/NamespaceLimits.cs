using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;

namespace Rampart.Rules.Resources;

/// <summary>What the LimitRanges of one namespace say together.</summary>
internal sealed class NamespaceLimits
{
    private readonly List<LimitRangeItem> _items = [];
    private readonly List<KubernetesObject> _objects = [];

    public NamespaceLimits(IReadOnlyList<KubernetesObject> limitRanges)
    {
        foreach (KubernetesObject limitRange in limitRanges)
        {
            _objects.Add(limitRange);
            Read(limitRange);
        }

        // The first one that names a resource counts, as in admission.
        foreach (LimitRangeItem item in _items)
        {
            Default = Default.WithDefaults(item.StoredDefault);
            DefaultRequest = DefaultRequest.WithDefaults(item.StoredDefaultRequest);
        }
    }

    /// <summary>The LimitRanges.</summary>
    public IReadOnlyList<KubernetesObject> Objects => _objects;

    /// <summary>Their items, without those of which something is not known.</summary>
    public IReadOnlyList<LimitRangeItem> Items => _items;

    /// <summary>The limits that a container gets where it has none.</summary>
    public ResourceList Default { get; } = ResourceList.Empty;

    /// <summary>The requests that a container gets where it has none.</summary>
    public ResourceList DefaultRequest { get; } = ResourceList.Empty;

    /// <summary>What is not known of them; null when all is.</summary>
    public UnknownField? Unknown { get; private set; }

    /// <summary>The LimitRange of which something is not known.</summary>
    public KubernetesObject? UnknownIn { get; private set; }

    /// <summary>The LimitRange that gives a resource to containers that have none of their own; null when none does.</summary>
    public KubernetesObject? FindGiver(string resource, bool isLimit)
    {
        foreach (LimitRangeItem item in _items)
        {
            if ((isLimit ? item.StoredDefault : item.StoredDefaultRequest)[resource] is not null)
            {
                return item.Object;
            }
        }

        return null;
    }

    /// <summary>The pod as it is stored in this namespace: with the defaults of the API server, then those of the LimitRanges.</summary>
    public PodResources Fill(PodResources pod) => pod.Defaulted().WithLimitRange(DefaultRequest, Default);

    private void Read(KubernetesObject limitRange)
    {
        if (!limitRange.Spec["limits"].TryGetItems(out FieldItems items))
        {
            SetUnknown(limitRange, new UnknownField("spec.limits", "is not known yet"));
            return;
        }

        for (int i = 0; i < items.Count; i++)
        {
            string path = PathPool.Item("spec", "limits", i);
            Field item = items[i];
            if (!item["type"].TryGetText(out string type))
            {
                SetUnknown(limitRange, new UnknownField(path + ".type", "is not known yet"));
            }
            else if (!QuantityField.TryReadList(item["min"], path, ".min", out ResourceList min, out UnknownField unknown)
                || !QuantityField.TryReadList(item["max"], path, ".max", out ResourceList max, out unknown)
                || !QuantityField.TryReadList(item["default"], path, ".default", out ResourceList limits, out unknown)
                || !QuantityField.TryReadList(item["defaultRequest"], path, ".defaultRequest", out ResourceList requests, out unknown)
                || !QuantityField.TryReadList(item["maxLimitRequestRatio"], path, ".maxLimitRequestRatio", out ResourceList ratio, out unknown))
            {
                SetUnknown(limitRange, unknown);
            }
            else
            {
                _items.Add(new LimitRangeItem(limitRange, path, type)
                {
                    Min = min,
                    Max = max,
                    Default = limits,
                    DefaultRequest = requests,
                    MaxLimitRequestRatio = ratio,
                });
            }
        }
    }

    private void SetUnknown(KubernetesObject limitRange, UnknownField unknown)
    {
        Unknown ??= unknown;
        UnknownIn ??= limitRange;
    }
}

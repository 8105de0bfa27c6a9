using System.Collections.Concurrent;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>The combined limits of the LimitRanges of one namespace.</summary>
internal sealed class NamespaceLimits
{
    private readonly List<LimitRangeItem> _items = [];
    private readonly List<KubernetesObject> _objects = [];
    private readonly Dictionary<KubernetesObject, LimitRangeGroup> _groupOf = [];
    private readonly List<LimitRangeGroup> _groups = [];
    private readonly Dictionary<string, KubernetesObject> _limitGivers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KubernetesObject> _requestGivers = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<ResourceForm, LimitVerdict> _verdicts = [];

    public NamespaceLimits(IReadOnlyList<KubernetesObject> limitRanges)
    {
        Dictionary<string, LimitRangeGroup> groups = new(StringComparer.Ordinal);
        foreach (KubernetesObject limitRange in limitRanges)
        {
            _objects.Add(limitRange);
            int before = _items.Count;
            Read(limitRange);
            Group(limitRange, _items[before..], groups);
        }

        // The first one that names a resource counts, as in admission.
        foreach (LimitRangeItem item in _items)
        {
            Default = AddGiver(item.Object, item.StoredDefault, _limitGivers, Default);
            DefaultRequest = AddGiver(item.Object, item.StoredDefaultRequest, _requestGivers, DefaultRequest);
        }
    }

    /// <summary>The LimitRanges.</summary>
    public IReadOnlyList<KubernetesObject> Objects => _objects;

    /// <summary>Their items, without those of which something is not known.</summary>
    public IReadOnlyList<LimitRangeItem> Items => _items;

    /// <summary>The LimitRanges by their content, in the order of the first ones.</summary>
    public IReadOnlyList<LimitRangeGroup> Groups => _groups;

    /// <summary>The LimitRanges with the same content as one of them.</summary>
    public LimitRangeGroup GroupOf(KubernetesObject limitRange) => _groupOf[limitRange];

    /// <summary>The limits that a container gets where it has none.</summary>
    public ResourceList Default { get; } = ResourceList.Empty;

    /// <summary>The requests that a container gets where it has none.</summary>
    public ResourceList DefaultRequest { get; } = ResourceList.Empty;

    /// <summary>What is not known of them; null when all is.</summary>
    public UnknownField? Unknown { get; private set; }

    /// <summary>The LimitRange of which something is not known.</summary>
    public KubernetesObject? UnknownIn { get; private set; }

    /// <summary>The LimitRange that gives a resource to containers that have none of their own; null when none does.</summary>
    public KubernetesObject? FindGiver(string resource, bool isLimit) => (isLimit ? _limitGivers : _requestGivers).GetValueOrDefault(resource);

    /// <summary>The pod as it is stored in this namespace: with the defaults of the API server, then those of the LimitRanges.</summary>
    public PodResources Fill(PodResources pod) => pod.Defaulted().WithLimitRange(DefaultRequest, Default);

    /// <summary>Why the LimitRanges reject the pods of a workload; the same for all workloads that request the same.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="pod">Its pods, as they are written.</param>
    public LimitVerdict Judge(Workload workload, PodResources pod) =>
        _verdicts.GetOrAdd(new ResourceForm(workload), _ => new LimitVerdict(workload, Fill(pod), _groups));

    private static ResourceList AddGiver(KubernetesObject limitRange, ResourceList amounts, Dictionary<string, KubernetesObject> givers, ResourceList before)
    {
        if (before.NamesAllOf(amounts))
        {
            return before;
        }

        foreach ((string name, _) in amounts)
        {
            givers.TryAdd(name, limitRange);
        }

        return before.WithDefaults(amounts);
    }

    private void Group(KubernetesObject limitRange, List<LimitRangeItem> items, Dictionary<string, LimitRangeGroup> groups)
    {
        string text = string.Concat(items.ConvertAll(static item => item.Text));
        if (!groups.TryGetValue(text, out LimitRangeGroup? group))
        {
            groups.Add(text, group = new LimitRangeGroup(limitRange, items));
            _groups.Add(group);
        }

        group.Count++;
        _groupOf[limitRange] = group;
    }

    private void Read(KubernetesObject limitRange)
    {
        LocatedField list = new LocatedField("spec", limitRange.Spec)["limits"];
        if (!list.Field.TryGetItems(out _))
        {
            SetUnknown(limitRange, new UnknownField(list.Path, "is not known yet"));
        }

        foreach (LocatedField item in list.Items)
        {
            LocatedField type = item["type"];
            if (!type.Field.TryGetText(out string name))
            {
                SetUnknown(limitRange, new UnknownField(type.Path, "is not known yet"));
            }
            else if (!QuantityField.TryReadList(item["min"], out ResourceList min, out UnknownField unknown)
                || !QuantityField.TryReadList(item["max"], out ResourceList max, out unknown)
                || !QuantityField.TryReadList(item["default"], out ResourceList limits, out unknown)
                || !QuantityField.TryReadList(item["defaultRequest"], out ResourceList requests, out unknown)
                || !QuantityField.TryReadList(item["maxLimitRequestRatio"], out ResourceList ratio, out unknown))
            {
                SetUnknown(limitRange, unknown);
            }
            else
            {
                _items.Add(new LimitRangeItem(limitRange, item.Path, name)
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

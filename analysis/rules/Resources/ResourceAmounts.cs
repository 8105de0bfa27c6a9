using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>The requests and limits that containers do not set themselves; found in one pass for all the rules about them.</summary>
internal sealed class ResourceAmounts
{
    // In ordinal order of list and resource, as paths are.
    private static readonly (string Resource, bool IsLimit)[] Pairs =
    [
        (ResourceList.Cpu, true), (ResourceList.EphemeralStorage, true), (ResourceList.Memory, true),
        (ResourceList.Cpu, false), (ResourceList.EphemeralStorage, false), (ResourceList.Memory, false),
    ];

    private readonly List<ResourceAmount>[] _byPair;

    private ResourceAmounts(SharedFacts facts)
    {
        _byPair = new List<ResourceAmount>[Pairs.Length];
        for (int i = 0; i < _byPair.Length; i++)
        {
            _byPair[i] = [];
        }

        LimitRanges limitRanges = LimitRanges.Of(facts);
        foreach (Workload workload in facts.Objects.Workloads)
        {
            ContainerList containers = workload.Containers;
            for (int i = 0; i < containers.Count; i++)
            {
                if (containers[i].Kind != ContainerKind.Ephemeral)
                {
                    Add(containers[i], limitRanges);
                }
            }
        }
    }

    /// <summary>The resources that are checked, and whether requests or limits.</summary>
    public static IReadOnlyList<(string Resource, bool IsLimit)> All => Pairs;

    /// <summary>The amounts that containers do not set themselves, in the order of the containers.</summary>
    public static IReadOnlyList<ResourceAmount> Of(SharedFacts facts, string resource, bool isLimit) =>
        facts.Get(static shared => new ResourceAmounts(shared))._byPair[PlaceOf(resource, isLimit)];

    private static int PlaceOf(string resource, bool isLimit)
    {
        int place = 0;
        while (Pairs[place].Resource != resource || Pairs[place].IsLimit != isLimit)
        {
            place++;
        }

        return place;
    }

    private void Add(Container container, LimitRanges limitRanges)
    {
        Field resources = container["resources"];
        for (int i = 0; i < Pairs.Length; i++)
        {
            if (ResourceAmount.FindUnusual(container, resources, Pairs[i].Resource, Pairs[i].IsLimit, limitRanges) is { } amount)
            {
                _byPair[i].Add(amount);
            }
        }
    }
}

using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>The LimitRanges of one namespace with the same content, which reject the same pods.</summary>
/// <param name="first">The first of them.</param>
/// <param name="items">Its items.</param>
internal sealed class LimitRangeGroup(KubernetesObject first, IReadOnlyList<LimitRangeItem> items)
{
    public KubernetesObject First => first;

    public IReadOnlyList<LimitRangeItem> Items => items;

    /// <summary>How many there are.</summary>
    public int Count { get; set; }
}

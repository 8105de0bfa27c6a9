using System.Collections.Immutable;
using Pulumi.Generators.Facts;

namespace Pulumi.Generators.Discovery;

/// <summary>Says in which namespace of the official SDK a model lands.</summary>
/// <remarks>
/// KubernetesClient keeps all models in one namespace and names the API group of kinds only. A type that is part of
/// others belongs to the group that the facts name, otherwise to the core group when one of its kinds holds the type,
/// otherwise to the only group that holds it.
/// </remarks>
internal sealed class Placement
{
    private readonly FactFile _owners;
    private readonly ImmutableDictionary<string, string> _kindGroups;
    private readonly ImmutableSortedDictionary<string, ImmutableHashSet<string>> _heldByGroup;

    public Placement(IEnumerable<ClientType> stableKinds, ModelGraph graph, FactFile owners)
    {
        _owners = owners;
        ILookup<string?, ClientType> byGroup = stableKinds.ToLookup(kind => ApiGroups.NamespaceOf(kind.Entity!.Group));
        _kindGroups = byGroup
            .Where(group => group.Key is not null)
            .SelectMany(group => group.Select(kind => (kind.Name, Group: group.Key!)))
            .ToImmutableDictionary(kind => kind.Name, kind => kind.Group, StringComparer.Ordinal);
        _heldByGroup = byGroup
            .Where(group => group.Key is not null)
            .ToImmutableSortedDictionary(
                group => group.Key!,
                group => graph.HeldBy(group, (_, _) => true),
                StringComparer.Ordinal);
    }

    /// <summary>Group and version of a model, e.g. <c>Core.V1</c>; null when several groups hold it and none owns it.</summary>
    public string? NamespaceOf(string model)
    {
        if (NameRules.SplitModelName(model) is not { } name)
        {
            return null;
        }

        string? group = _owners.Keys.FirstOrDefault(key => _owners.Contains(key, model))
            ?? (_kindGroups.TryGetValue(model, out string? own) ? own : null)
            ?? OnlyHolder(model, name.Version);
        return group is null ? null : $"{group}.{name.Version}";
    }

    private string? OnlyHolder(string model, string version)
    {
        string[] holders = [.. _heldByGroup.Where(group => group.Value.Contains(model)).Select(group => group.Key)];
        return version == "V1" && holders.Contains(ApiGroups.Core) ? ApiGroups.Core
            : holders.Length == 1 ? holders[0]
            : null;
    }
}

using Pulumi.Generators.Facts;
using Pulumi.Generators.Model;

namespace Pulumi.Generators.Discovery;

/// <summary>
/// Derives the patch resources of kinds, e.g. <c>ServiceAccountPatch</c>: the kind again, and every type that it holds, named
/// with <c>Patch</c> and with nothing required.
/// </summary>
internal static class PatchTypes
{
    private const string Suffix = "Patch";

    /// <summary>The patch types of some kinds, none of them twice.</summary>
    /// <param name="types">The types without patches.</param>
    /// <param name="kinds">The kinds, as <c>core/v1:ServiceAccount</c>.</param>
    public static IEnumerable<KubernetesType> Derive(IReadOnlyCollection<KubernetesType> types, FactFile kinds)
    {
        Dictionary<string, KubernetesType> byName = types.ToDictionary(FullName, StringComparer.Ordinal);
        SortedSet<string> reached = new(StringComparer.Ordinal);
        foreach (KubernetesType type in types)
        {
            if (type.Kind is { } kind && kinds.Contains(GroupVersionKind(kind)))
            {
                Reach(type, byName, reached);
            }
        }

        return reached.Select(name => Patch(byName[name]));
    }

    /// <summary>A kind as facts name it.</summary>
    public static string GroupVersionKind(KubernetesKind kind) => kind.TypeToken.Substring("kubernetes:".Length);

    private static void Reach(KubernetesType type, Dictionary<string, KubernetesType> byName, SortedSet<string> reached)
    {
        if (!reached.Add(FullName(type)))
        {
            return;
        }

        foreach (KubernetesMember member in type.Members)
        {
            foreach (string name in References(member.Shape))
            {
                if (byName.TryGetValue(name, out KubernetesType? next))
                {
                    Reach(next, byName, reached);
                }
            }
        }
    }

    private static KubernetesType Patch(KubernetesType type) => type with
    {
        Name = type.Name + Suffix,
        Kind = type.Kind is { } kind
            ? kind with
            {
                TypeToken = kind.TypeToken + Suffix,
                AliasTypes = new EquatableArray<string>([.. kind.AliasTypes.Select(alias => alias + Suffix)]),
            }
            : null,
        Members = new EquatableArray<KubernetesMember>(
            [.. type.Members.Select(member => member with { IsRequired = false, Shape = Patch(member.Shape) })]),
    };

    private static ValueShape Patch(ValueShape shape) => shape with
    {
        Type = shape.Kind == ShapeKind.Object ? shape.Type + Suffix : shape.Type,
        Item = shape.Item is null ? null : Patch(shape.Item),
        Other = shape.Other is null ? null : Patch(shape.Other),
    };

    private static IEnumerable<string> References(ValueShape shape)
    {
        if (shape.Kind == ShapeKind.Object)
        {
            yield return shape.Type!;
        }

        foreach (ValueShape? part in (ValueShape?[])[shape.Item, shape.Other])
        {
            foreach (string name in part is null ? [] : References(part))
            {
                yield return name;
            }
        }
    }

    private static string FullName(KubernetesType type) => $"{type.Namespace}.{type.Name}";
}

using System.Collections.Immutable;
using Rampart.Protocol.Values;

namespace Pulumi.Serialization;

/// <summary>
/// Property values as plain objects: numbers are doubles, lists <see cref="ImmutableArray{T}"/>, objects
/// <see cref="ImmutableDictionary{TKey, TValue}"/>; marks of secrets are looked through.
/// </summary>
internal static class UntypedReader
{
    /// <summary>The object of a value; null for null and for unknowns.</summary>
    /// <param name="value">The value.</param>
    /// <param name="resolve">Finds the resource of a URN; null when it is not of this program.</param>
    public static object? Read(PropertyValue value, Func<string, Resource?>? resolve = null)
    {
        value = value.Inner;
        switch (value.Kind)
        {
            case PropertyKind.Boolean:
                return value.AsBoolean();
            case PropertyKind.Number:
                return value.AsNumber();
            case PropertyKind.String:
                return value.AsString();
            case PropertyKind.List:
                ImmutableArray<object?>.Builder list = ImmutableArray.CreateBuilder<object?>(value.AsList().Count);
                foreach (PropertyValue item in value.AsList().Items)
                {
                    list.Add(Read(item, resolve));
                }

                return list.MoveToImmutable();
            case PropertyKind.Object:
                ImmutableDictionary<string, object?>.Builder map = ImmutableDictionary.CreateBuilder<string, object?>();
                foreach (Property property in value.AsObject().Properties)
                {
                    if (!property.Name.StartsWith("__", StringComparison.Ordinal))
                    {
                        map.Add(property.Name, Read(property.Value, resolve));
                    }
                }

                return map.ToImmutable();
            case PropertyKind.Resource:
                string urn = value.AsResource().Urn;
                return resolve?.Invoke(urn) ?? new DependencyResource(urn);
            case PropertyKind.Asset:
                return Asset(value.AsAsset());
            case PropertyKind.Archive:
                return Archive(value.AsArchive());
            default:
                return null;
        }
    }

    /// <summary>The top-level properties whose values are known.</summary>
    public static ImmutableDictionary<string, object> ReadKnown(PropertyObject value, Func<string, Resource?>? resolve = null)
    {
        ImmutableDictionary<string, object>.Builder known = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (Property property in value.Properties)
        {
            if (!property.Value.ContainsUnknowns && Read(property.Value, resolve) is { } read)
            {
                known.Add(property.Name, read);
            }
        }

        return known.ToImmutable();
    }

    private static Asset Asset(PropertyAsset asset) => asset.Source switch
    {
        AssetSource.Text => new StringAsset(asset.Content),
        AssetSource.Path => new FileAsset(asset.Content),
        _ => new RemoteAsset(asset.Content),
    };

    private static Archive Archive(PropertyArchive archive)
    {
        if (archive.Assets is { } assets)
        {
            Dictionary<string, AssetOrArchive> map = [];
            foreach (Property property in assets.Properties)
            {
                map.Add(property.Name, property.Value.Kind == PropertyKind.Archive
                    ? Archive(property.Value.AsArchive())
                    : Asset(property.Value.AsAsset()));
            }

            return new AssetArchive(map);
        }

        return archive.Source == AssetSource.Path ? new FileArchive(archive.Content!) : new RemoteArchive(archive.Content!);
    }
}

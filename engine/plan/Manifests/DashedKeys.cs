using System.Collections.Frozen;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Manifests;

/// <summary>The keys that the SDK writes with underscores and the Kubernetes provider sends with dashes, at every depth of an object.</summary>
internal static class DashedKeys
{
    /// <summary>The kind whose schemas have such keys.</summary>
    public const string Kind = "CustomResourceDefinition";

    // Source: underscoreToDashMap of the Kubernetes provider.
    private static readonly FrozenDictionary<string, string> Dashed = new[]
    {
        "x_kubernetes_embedded_resource", "x_kubernetes_int_or_string", "x_kubernetes_list_map_keys", "x_kubernetes_list_type",
        "x_kubernetes_map_type", "x_kubernetes_preserve_unknown_fields", "x_kubernetes_validations",
    }.ToFrozenDictionary(static key => key, static key => key.Replace('_', '-'), StringComparer.Ordinal);

    /// <summary>The object with dashes in its keys; the same object when there is nothing to change.</summary>
    public static PropertyObject Apply(PropertyObject source)
    {
        Property[]? changed = null;
        ReadOnlySpan<Property> properties = source.Properties;
        for (int i = 0; i < properties.Length; i++)
        {
            Property property = properties[i];
            PropertyValue value = Apply(property.Value);
            string name = property.Name.StartsWith("x_", StringComparison.Ordinal) ? Dashed.GetValueOrDefault(property.Name, property.Name) : property.Name;
            if (changed is not null || !ReferenceEquals(name, property.Name) || !value.IsIdenticalTo(property.Value))
            {
                changed ??= properties.ToArray();
                changed[i] = new Property(name, value);
            }
        }

        return changed is null ? source : PropertyObject.Adopt(changed);
    }

    private static PropertyValue Apply(PropertyValue value)
    {
        if (value.IsSecret)
        {
            PropertyValue inner = Apply(value.Inner);
            return inner.IsIdenticalTo(value.Inner) ? value : PropertyValue.Secret(inner);
        }

        if (value.ObjectOrNull() is { } fields)
        {
            PropertyObject applied = Apply(fields);
            return ReferenceEquals(applied, fields) ? value : PropertyValue.From(applied);
        }

        return value.ListOrNull() is { } list ? Apply(value, list) : value;
    }

    private static PropertyValue Apply(PropertyValue value, PropertyList list)
    {
        PropertyValue[]? changed = null;
        ReadOnlySpan<PropertyValue> items = list.Items;
        for (int i = 0; i < items.Length; i++)
        {
            PropertyValue item = Apply(items[i]);
            if (!item.IsIdenticalTo(items[i]))
            {
                changed ??= items.ToArray();
                changed[i] = item;
            }
        }

        return changed is null ? value : PropertyValue.From(PropertyList.Adopt(changed));
    }
}

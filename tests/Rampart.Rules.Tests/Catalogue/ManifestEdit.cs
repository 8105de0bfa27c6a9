using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Tests.Catalogue;

/// <summary>Changes one field of a manifest by its path, e.g. <c>spec.containers[0].image</c> or <c>metadata.labels[a.b/c]</c>.</summary>
internal static class ManifestEdit
{
    /// <summary>A copy with a field set, added with what is above it when it is missing, or removed when the value is null.</summary>
    public static PropertyObject Set(PropertyObject manifest, string path, PropertyValue value) =>
        Set(PropertyValue.From(manifest), [.. FieldPath.Split(path)], value).AsObject();

    private static PropertyValue Set(PropertyValue at, ReadOnlySpan<string> path, PropertyValue value)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        if (int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index) && (at.ListOrNull() is not null || at.IsNull))
        {
            List<PropertyValue> items = [.. at.ListOrNull() is { } list ? list.Items.ToArray() : []];
            PropertyValue changed = Set(index < items.Count ? items[index] : default, path[1..], value);
            if (index == items.Count)
            {
                items.Add(changed);
            }
            else if (changed.IsNull)
            {
                items.RemoveAt(index);
            }
            else
            {
                items[index] = changed;
            }

            return PropertyValue.From(PropertyList.Create([.. items]));
        }

        PropertyObject fields = at.ObjectOrNull() ?? PropertyObject.Empty;
        return PropertyValue.From(fields.With(path[0], Set(fields[path[0]], path[1..], value)));
    }
}

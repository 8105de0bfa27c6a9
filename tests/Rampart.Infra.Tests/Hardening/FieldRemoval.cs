using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Infra.Tests.Hardening;

/// <summary>Finds every field of an object, and removes one.</summary>
internal static class FieldRemoval
{
    /// <summary>The paths of all fields and list items, those that hold others too.</summary>
    public static IEnumerable<string> Paths(PropertyObject body) => Paths(PropertyValue.From(body), "");

    /// <summary>A copy without a field; what becomes empty by that goes, too.</summary>
    public static PropertyObject Without(PropertyObject body, string path) =>
        Without(PropertyValue.From(body), [.. FieldPath.Split(path)]).ObjectOrNull() ?? PropertyObject.Empty;

    private static IEnumerable<string> Paths(PropertyValue value, string path)
    {
        if (value.Inner.ObjectOrNull() is { } fields)
        {
            foreach (Property property in fields.Properties.ToArray())
            {
                string name = property.Name.AsSpan().ContainsAny('.', '/') ? $"[{property.Name}]" : path.Length == 0 ? property.Name : "." + property.Name;
                string below = path + name;
                yield return below;
                foreach (string deeper in Paths(property.Value, below))
                {
                    yield return deeper;
                }
            }
        }
        else if (value.Inner.ListOrNull() is { } items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                string below = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
                yield return below;
                foreach (string deeper in Paths(items[i], below))
                {
                    yield return deeper;
                }
            }
        }
    }

    private static PropertyValue Without(PropertyValue value, ReadOnlySpan<string> steps)
    {
        if (steps.IsEmpty)
        {
            return PropertyValue.Null;
        }

        if (value.Inner.ObjectOrNull() is { } fields)
        {
            PropertyObject changed = fields.With(steps[0], Without(fields[steps[0]], steps[1..]));
            return changed.Count == 0 ? PropertyValue.Null : PropertyValue.From(changed);
        }

        PropertyList items = value.Inner.AsList();
        List<PropertyValue> kept = [];
        int index = int.Parse(steps[0], CultureInfo.InvariantCulture);
        for (int i = 0; i < items.Count; i++)
        {
            PropertyValue item = i == index ? Without(items[i], steps[1..]) : items[i];
            if (!item.IsNull)
            {
                kept.Add(item);
            }
        }

        return kept.Count == 0 ? PropertyValue.Null : PropertyValue.From(PropertyList.Create([.. kept]));
    }
}

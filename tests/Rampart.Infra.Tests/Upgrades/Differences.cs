using Rampart.Protocol.Values;

namespace Rampart.Infra.Tests.Upgrades;

/// <summary>The fields in which two versions of an object differ, as Pulumi's Kubernetes provider tells them.</summary>
internal static class Differences
{
    /// <summary>The paths of leaves that differ, and of whole values that only one version has.</summary>
    public static List<string> Of(PropertyObject before, PropertyObject after)
    {
        List<string> paths = [];
        Compare("", PropertyValue.From(before), PropertyValue.From(after), paths);
        return paths;
    }

    /// <summary>The paths below which a text stands as a whole.</summary>
    public static List<string> Mentioning(string path, PropertyValue value, string text)
    {
        List<string> paths = [];
        Find(path, value, text, paths);
        return paths;
    }

    private static void Compare(string path, PropertyValue before, PropertyValue after, List<string> paths)
    {
        (before, after) = (before.Inner, after.Inner);
        if (before.ObjectOrNull() is { } left && after.ObjectOrNull() is { } right)
        {
            foreach (string name in left.Properties.ToArray().Concat(right.Properties.ToArray()).Select(property => property.Name).Distinct(StringComparer.Ordinal))
            {
                Compare(path.Length == 0 ? name : $"{path}.{name}", left[name], right[name], paths);
            }
        }
        else if (before.ListOrNull() is { } leftItems && after.ListOrNull() is { } rightItems)
        {
            for (int i = 0; i < Math.Max(leftItems.Count, rightItems.Count); i++)
            {
                Compare($"{path}[{i}]", i < leftItems.Count ? leftItems[i] : default, i < rightItems.Count ? rightItems[i] : default, paths);
            }
        }
        else if (before != after)
        {
            paths.Add(path);
        }
    }

    private static void Find(string path, PropertyValue value, string text, List<string> paths)
    {
        value = value.Inner;
        if (value.ObjectOrNull() is { } fields)
        {
            foreach (Property field in fields.Properties)
            {
                Find($"{path}.{field.Name}", field.Value, text, paths);
            }
        }
        else if (value.ListOrNull() is { } items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                Find($"{path}[{i}]", items[i], text, paths);
            }
        }
        else if (value.StringOrNull() == text)
        {
            paths.Add(path);
        }
    }
}

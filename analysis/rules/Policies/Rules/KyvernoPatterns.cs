using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>Finds the images in the patterns that Kyverno compares pods with.</summary>
internal static class KyvernoPatterns
{
    private const int MaxDepth = 16;

    /// <summary>Takes a pattern.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="pattern">One alternative of an image's pattern.</param>
    public delegate void Visit(string path, Field pattern);

    /// <summary>Visits the texts that images of containers are compared with.</summary>
    public static void VisitImages(string path, Field pattern, Visit visit) => VisitImages(path, pattern, MaxDepth, visit);

    /// <summary>Whether a pattern says something of <c>containers</c> that is about images or security contexts.</summary>
    public static bool GuardsContainers(Field pattern) => GuardsContainers(pattern.Value, MaxDepth);

    /// <summary>The alternatives of a pattern that let something in, separated by <c>|</c>.</summary>
    public static IEnumerable<string> Alternatives(string pattern)
    {
        foreach (string part in pattern.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part[0] != '!')
            {
                yield return part;
            }
        }
    }

    private static void VisitImages(string path, Field at, int depth, Visit visit)
    {
        if (depth == 0)
        {
            return;
        }

        if (at.Presence == Flag.True)
        {
            _ = at.TryGetProperties(out ReadOnlySpan<Property> properties);
            foreach (Property property in properties)
            {
                Field value = at.Below(property.Value);
                string below = property.Name.Contains('(') ? $"{path}[{property.Name}]" : $"{path}.{property.Name}";
                if (WithoutAnchor(property.Name) == "image" && value.Text.Length > 0)
                {
                    visit(below, value);
                }
                else
                {
                    VisitImages(below, value, depth - 1, visit);
                }
            }
        }
        else if (at.TryGetItems(out FieldItems items))
        {
            for (int i = 0; i < items.Count; i++)
            {
                VisitImages(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), items[i], depth - 1, visit);
            }
        }
    }

    private static bool GuardsContainers(PropertyValue value, int depth)
    {
        if (depth == 0 || value.Inner.ObjectOrNull() is not { } fields)
        {
            return false;
        }

        foreach (Property property in fields.Properties)
        {
            if (WithoutAnchor(property.Name) == "containers"
                ? PolicyText.Mentions(property.Value, "image") || PolicyText.Mentions(property.Value, "securityContext")
                : GuardsContainers(property.Value, depth - 1))
            {
                return true;
            }
        }

        return false;
    }

    // =(image), ^(containers), (image) …
    private static string WithoutAnchor(string name)
    {
        int open = name.IndexOf('(');
        return open >= 0 && name[^1] == ')' ? name[(open + 1)..^1] : name;
    }
}

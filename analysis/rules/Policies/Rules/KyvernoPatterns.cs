using Rampart.Protocol.Values;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>Finds the images in the patterns that Kyverno compares pods with.</summary>
internal static class KyvernoPatterns
{
    private const int MaxDepth = 16;

    /// <summary>Takes the pattern of an image.</summary>
    public delegate void Visit(FieldAt pattern);

    /// <summary>Visits the texts that a pattern compares the images of containers with.</summary>
    public static void VisitImages(FieldAt pattern, Visit visit) => VisitImages(pattern, MaxDepth, visit);

    /// <summary>Whether a pattern constrains images or security contexts of <c>containers</c>.</summary>
    public static bool GuardsContainers(Field pattern) => GuardsContainers(pattern.Value, MaxDepth);

    /// <summary>The alternatives of a pattern that admit something, separated by <c>|</c>.</summary>
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

    private static void VisitImages(FieldAt at, int depth, Visit visit)
    {
        if (depth == 0)
        {
            return;
        }

        foreach (FieldAt entry in at.MapEntries)
        {
            FieldAt below = at[entry.Name];
            if (WithoutAnchor(entry.Name) == "image" && below.Text.Length > 0)
            {
                visit(below);
            }
            else
            {
                VisitImages(below, depth - 1, visit);
            }
        }

        foreach (FieldAt item in at.Items)
        {
            VisitImages(item, depth - 1, visit);
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

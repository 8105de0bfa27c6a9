using System.Globalization;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>Names objects in a message, which may not grow with their number.</summary>
internal static class NamedObjects
{
    private const int MostNamed = 3;

    /// <summary>The first ones, and how many others there are: <c>Pod shop/a, Pod shop/b, Pod shop/c and 7 more</c>.</summary>
    public static string First(IReadOnlyList<KubernetesObject> objects) => objects.Count <= MostNamed
        ? string.Join(", ", objects)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", objects.Take(MostNamed))} and {objects.Count - MostNamed} more");
}

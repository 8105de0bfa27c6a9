using System.Globalization;

namespace Rampart.Rules.Objects;

/// <summary>Paths of the items of lists. Many objects have the same, which are remembered: each is a string once.</summary>
internal static class IndexedPath
{
    private const int Size = 256;

    // One that falls on the place of another takes it. Threads may do so at the same time.
    private static readonly Known?[] Paths = new Known?[Size];

    /// <summary>A path such as <c>spec.template.spec.containers[0]</c>.</summary>
    /// <param name="parent">The path of what holds the list, e.g. <c>spec.template.spec</c>.</param>
    /// <param name="list">The name of the list, e.g. <c>containers</c>.</param>
    /// <param name="index">The item.</param>
    public static string Of(string parent, string list, int index)
    {
        ref Known? known = ref Paths[(uint)((((parent.Length * 31) + list.Length) * 31) + index) % Size];
        Known? found = known;
        if (found is null || found.Index != index || found.List != list || found.Parent != parent)
        {
            found = new Known(parent, list, index, string.Create(CultureInfo.InvariantCulture, $"{parent}.{list}[{index}]"));
            known = found;
        }

        return found.Path;
    }

    private sealed record Known(string Parent, string List, int Index, string Path);
}

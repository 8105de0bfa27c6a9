using System.Globalization;

namespace Rampart.Rules.Objects;

/// <summary>Paths that many objects have in common, which are remembered: each is a string once.</summary>
internal static class PathPool
{
    private const int Size = 1024;

    // Stands for the index of a path that is not of an item.
    private const int None = -1;

    // One that falls on the place of another takes it. Threads may do so at the same time.
    private static readonly Known?[] Paths = new Known?[Size];

    /// <summary>The path of a field, e.g. <c>spec.template.spec.affinity</c>.</summary>
    /// <param name="parent">The path of what holds it, e.g. <c>spec.template.spec</c>.</param>
    /// <param name="name">Its name, or the rest of its path, e.g. <c>affinity</c>.</param>
    public static string Field(string parent, string name) => Get(parent, name, None);

    /// <summary>The path of an item, e.g. <c>spec.template.spec.containers[0]</c>.</summary>
    /// <param name="parent">The path of what holds the list, e.g. <c>spec.template.spec</c>.</param>
    /// <param name="list">The name of the list, e.g. <c>containers</c>.</param>
    /// <param name="index">The item.</param>
    public static string Item(string parent, string list, int index) => Get(parent, list, index);

    private static string Get(string parent, string name, int index)
    {
        uint hash = (uint)((((((parent.Length * 31) + name.Length) * 31) + name[0]) * 31) + name[^1] + index);
        ref Known? known = ref Paths[(hash ^ (hash >> 10)) % Size];
        Known? found = known;
        if (found is null || found.Index != index || found.Name != name || found.Parent != parent)
        {
            string path = index == None ? $"{parent}.{name}" : string.Create(CultureInfo.InvariantCulture, $"{parent}.{name}[{index}]");
            found = new Known(parent, name, index, path);
            known = found;
        }

        return found.Path;
    }

    private sealed record Known(string Parent, string Name, int Index, string Path);
}

using System.Globalization;
using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>Finds the place of a part of a value: <c>spicedb:resources.limits.cpu</c>, <c>spicedb:images[0]</c>, <c>spicedb:labels["a.b/c"]</c>, with quotes or without.</summary>
internal static class ConfigLocator
{
    /// <summary>Splits a path into the key of a value and the rest.</summary>
    public static (string Key, string Below) Split(string path, string project)
    {
        string full = path.Contains(':', StringComparison.Ordinal) ? path : $"{project}:{path}";
        int name = full.IndexOf(':', StringComparison.Ordinal) + 1;
        int end = full.AsSpan(name).IndexOfAny('.', '[');
        return end < 0 ? (full, "") : (full[..(name + end)], full[(name + end)..]);
    }

    /// <summary>The place of a part of a value, or of the smallest part around it that is there.</summary>
    public static SourceLocation Find(ConfigEntry entry, string below)
    {
        SourceLocation location = entry.Location;
        YamlNode? node = entry.Node;
        ReadOnlySpan<char> remaining = below;
        while (!remaining.IsEmpty)
        {
            (SourceLocation? next, node) = Step(location.File, node, ref remaining);
            if (next is null || node is null)
            {
                break;
            }

            location = next.Value;
        }

        return location;
    }

    private static (SourceLocation? Location, YamlNode? Node) Step(string file, YamlNode node, ref ReadOnlySpan<char> path)
    {
        if (path[0] == '.' && node is YamlMapping mapping)
        {
            path = path[1..];
            return Enter(file, FindPrefix(mapping, ref path));
        }

        int close = path.IndexOf(']');
        if (path[0] != '[' || close < 0)
        {
            return default;
        }

        ReadOnlySpan<char> index = path[1..close];
        if (node is YamlSequence sequence
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int item)
            && item < sequence.Items.Count)
        {
            path = path[(close + 1)..];
            return (SourceLocation.Of(file, sequence.Items[item]), sequence.Items[item]);
        }

        if (node is YamlMapping named)
        {
            path = path[(close + 1)..];
            return Enter(file, named.Find(index.Trim('"').ToString()));
        }

        return default;
    }

    private static (SourceLocation? Location, YamlNode? Node) Enter(string file, YamlEntry? entry) =>
        entry is null ? default : (SourceLocation.Of(file, entry), entry.Value);

    // The longest key that the path begins with, since a key can have dots in it.
    private static YamlEntry? FindPrefix(YamlMapping mapping, ref ReadOnlySpan<char> path)
    {
        YamlEntry? found = null;
        foreach (YamlEntry entry in mapping.Entries)
        {
            string key = entry.Key.Text;
            if (key.Length > (found?.Key.Text.Length ?? 0)
                && path.StartsWith(key, StringComparison.Ordinal)
                && (path.Length == key.Length || path[key.Length] is '.' or '['))
            {
                found = entry;
            }
        }

        path = path[(found?.Key.Text.Length ?? 0)..];
        return found;
    }
}

using System.Globalization;
using Rampart.Protocol.Values;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Paths such as <c>spec.containers[0].image</c> in values.</summary>
internal static class PropertyPath
{
    /// <summary>Whether the path leads to a value. A key may have dots in it.</summary>
    public static bool Exists(PropertyObject root, ReadOnlySpan<char> path) => Exists(PropertyValue.From(root), path);

    private static bool Exists(PropertyValue value, ReadOnlySpan<char> path)
    {
        path = path is ['.', .. var rest] ? rest : path;
        if (path.IsEmpty)
        {
            return !value.IsNull;
        }

        int close = path[0] == '[' ? path.IndexOf(']') : -1;
        if (close > 0 && value.ListOrNull() is { } list)
        {
            return int.TryParse(path[1..close], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                && index < list.Count
                && Exists(list[index], path[(close + 1)..]);
        }

        if (value.ObjectOrNull() is not { } fields)
        {
            return false;
        }

        ReadOnlySpan<char> quoted = close > 0 ? path[1..close].Trim("\"'") : default;
        foreach (ref readonly Property property in fields.Properties)
        {
            if ((close > 0 && quoted.SequenceEqual(property.Name) && Exists(property.Value, path[(close + 1)..]))
                || (path.StartsWith(property.Name, StringComparison.Ordinal)
                    && (path.Length == property.Name.Length || path[property.Name.Length] is '.' or '[')
                    && Exists(property.Value, path[property.Name.Length..])))
            {
                return true;
            }
        }

        return false;
    }
}

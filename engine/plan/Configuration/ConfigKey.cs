namespace Rampart.Plan.Configuration;

/// <summary>The names of configuration values.</summary>
internal static class ConfigKey
{
    public const string Form = "write name or namespace:name";

    /// <summary>
    /// The full key <c>namespace:name</c>; a key without a namespace gets the project's, and the old form
    /// <c>namespace:config:name</c> is shortened.
    /// </summary>
    /// <returns>Null when this is no key.</returns>
    public static string? Normalize(string key, string project)
    {
        int first = key.IndexOf(':', StringComparison.Ordinal);
        if (first < 0)
        {
            return key.Length == 0 ? null : $"{project}:{key}";
        }

        int last = key.LastIndexOf(':');
        if (first == 0 || last == key.Length - 1)
        {
            return null;
        }

        return last == first ? key
            : key.AsSpan(first, last - first + 1).SequenceEqual(":config:") ? string.Concat(key.AsSpan(0, first), key.AsSpan(last))
            : null;
    }

    /// <summary>Whether a full key is in the project's namespace.</summary>
    public static bool BelongsTo(string key, string project) =>
        key.Length > project.Length && key[project.Length] == ':' && key.StartsWith(project, StringComparison.Ordinal);

    /// <summary>The part of a full key after the namespace.</summary>
    public static string NameOf(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

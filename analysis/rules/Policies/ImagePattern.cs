namespace Rampart.Rules.Policies;

/// <summary>What is to be said of a pattern for image names, in which <c>*</c> is any text and <c>?</c> one character.</summary>
internal static class ImagePattern
{
    private const string DockerHub = "docker.io/";

    /// <summary>Whether a pattern certainly starts with a name below Docker Hub and not with a registry.</summary>
    public static bool NamesNoRegistry(string pattern)
    {
        int slash = pattern.IndexOf('/');
        ReadOnlySpan<char> first = slash < 0 ? pattern : pattern.AsSpan(0, slash);
        int wildcard = first.IndexOfAny('*', '?');
        if (first.IsEmpty || (wildcard >= 0 && slash >= 0))
        {
            return false;
        }

        if (slash >= 0)
        {
            return !first.ContainsAny('.', ':') && first is not "localhost";
        }

        // Of "nginx:*" the part before the colon is the image; "nginx*" may go on as the name of a registry.
        return wildcard < 0 || (first[..wildcard].Contains(':') && !first[..wildcard].Contains('.'));
    }

    /// <summary>Whether a pattern ends in the middle of a name, so that it lets names in which somebody else may register.</summary>
    public static bool EndsInName(string pattern) =>
        pattern.Length > 1 && pattern[^1] == '*' && !EndsAtBorder(pattern.AsSpan(0, pattern.Length - 1));

    /// <summary>Whether a prefix ends in the middle of a name: neither after a slash nor in a tag or digest.</summary>
    public static bool IsOpenPrefix(string prefix) => prefix.Length > 0 && !EndsAtBorder(prefix);

    /// <summary>Whether a pattern has a tag but cannot match a reference that has only a digest.</summary>
    public static bool MatchesTagsOnly(string pattern)
    {
        ReadOnlySpan<char> last = pattern.AsSpan(pattern.LastIndexOf('/') + 1);
        return last.Contains(':') && !last.Contains('@') && last[0] != '*';
    }

    /// <summary>The other way to write a Docker Hub pattern: with the registry, or without it; null for other registries.</summary>
    public static string? OtherForm(string pattern) =>
        NamesNoRegistry(pattern) ? DockerHub + pattern
        : pattern.StartsWith(DockerHub, StringComparison.Ordinal) ? pattern[DockerHub.Length..]
        : null;

    private static bool EndsAtBorder(ReadOnlySpan<char> prefix) =>
        prefix[^1] is '/' or '*' or '?' || prefix[(prefix.LastIndexOf('/') + 1)..].ContainsAny(':', '@');
}

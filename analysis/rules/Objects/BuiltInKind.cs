namespace Rampart.Rules.Objects;

/// <summary>A kind of Kubernetes' own API.</summary>
/// <param name="group">The group; empty for the core group.</param>
/// <param name="kind">The kind, e.g. <c>Deployment</c>.</param>
/// <param name="versions">The versions that are served, the best first; none for a kind that is gone.</param>
/// <param name="removed">Groups with versions that served it earlier, each with the minor release that dropped it; 0 when no source tells it.</param>
internal sealed class BuiltInKind(string group, string kind, string[] versions, (string ApiVersion, int Release)[]? removed = null)
{
    private readonly string[] _apiVersions = Array.ConvertAll(versions, version => group.Length == 0 ? version : $"{group}/{version}");

    public string Group { get; } = group;

    public string Kind { get; } = kind;

    public IReadOnlyList<(string ApiVersion, int Release)> Removed { get; } = removed ?? [];

    /// <summary>The plural in the case of the kind, e.g. <c>NetworkPolicies</c>.</summary>
    public string Plural { get; } = kind[^1] switch
    {
        'y' => kind[..^1] + "ies",
        's' when kind.EndsWith("ss", StringComparison.Ordinal) => kind + "es",
        's' => kind,
        _ => kind + "s",
    };

    /// <summary>The best group and version, e.g. <c>apps/v1</c>; empty for a kind that is gone.</summary>
    public string ApiVersion => _apiVersions.Length == 0 ? "" : _apiVersions[0];

    /// <summary>The groups and versions that serve it, the best first.</summary>
    public IReadOnlyList<string> ApiVersions => _apiVersions;

    /// <summary>Whether a group and version serves it.</summary>
    public bool IsServedBy(string apiVersion) => Array.IndexOf(_apiVersions, apiVersion) >= 0;

    /// <summary>The group of a group and version, e.g. <c>apps</c> of <c>apps/v1</c>; empty for the core group.</summary>
    public static string GroupOf(string apiVersion)
    {
        int slash = apiVersion.IndexOf('/');
        return slash < 0 ? "" : apiVersion[..slash];
    }
}

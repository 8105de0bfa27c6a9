using System.Collections.Concurrent;
using Rampart.Protocol.Monitor;

namespace Pulumi.Wire;

/// <summary>
/// Aliases as URNs, for engines that do not put them together themselves: those of the resource, and those that it has
/// because its parent was called something else.
/// </summary>
/// <param name="stack">The stack.</param>
/// <param name="project">The project.</param>
internal sealed class AliasUrns(string stack, string project)
{
    // By URN, for children; only resources with aliases are here.
    private readonly ConcurrentDictionary<string, string[]> _known = new(StringComparer.Ordinal);

    /// <summary>The earlier URNs of a resource that is about to be registered.</summary>
    public string[] Of(RegisterResourceRequest request)
    {
        List<string> urns = [];
        foreach (ResourceAlias alias in request.Aliases)
        {
            Add(urns, Collapse(alias, request));
        }

        string[] parents = _known.GetValueOrDefault(request.Parent, []);
        string parentName = ResourceUrn.Name(request.Parent).ToString();
        int own = urns.Count;
        foreach (string parent in parents)
        {
            Add(urns, Inherit(request.Name, request.Type, parentName, parent));
            for (int i = 0; i < own; i++)
            {
                Add(urns, Inherit(ResourceUrn.Name(urns[i]).ToString(), LastType(urns[i]), parentName, parent));
            }
        }

        return [.. urns];
    }

    /// <summary>Keeps a resource's aliases for its children.</summary>
    public void Remember(string urn, string[] aliases)
    {
        if (aliases.Length > 0)
        {
            _known[urn] = aliases;
        }
    }

    private static void Add(List<string> urns, string urn)
    {
        if (!urns.Contains(urn))
        {
            urns.Add(urn);
        }
    }

    private static string LastType(string urn)
    {
        ReadOnlySpan<char> type = ResourceUrn.QualifiedType(urn);
        return type[(type.LastIndexOf('$') + 1)..].ToString();
    }

    private string Collapse(ResourceAlias alias, RegisterResourceRequest request) => alias.Urn.Length > 0
        ? alias.Urn
        : ResourceUrn.Create(
            Or(alias.Stack, stack),
            Or(alias.Project, project),
            alias.NoParent == true ? "" : Or(alias.ParentUrn, request.Parent),
            Or(alias.Type, request.Type),
            Or(alias.Name, request.Name));

    // A child whose name begins with its parent's was most likely named after it.
    private static string Inherit(string name, string type, string parentName, string parentAlias)
    {
        string earlier = name.StartsWith(parentName, StringComparison.Ordinal)
            ? string.Concat(ResourceUrn.Name(parentAlias), name.AsSpan(parentName.Length))
            : name;
        int end = parentAlias.LastIndexOf("::", StringComparison.Ordinal);
        return $"{parentAlias.AsSpan(0, Math.Max(end, 0))}${type}::{earlier}";
    }

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}

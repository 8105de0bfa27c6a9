using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Replacement;

/// <summary>A resource that an update can delete before it makes it anew.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Contents">The fields whose change does it and that updates change, e.g. <c>data</c>; empty when there are none.</param>
/// <param name="Identities">The fields whose change does it and that updates hardly change, e.g. <c>spec.selector</c>.</param>
internal sealed record ReplacementCause(DeclaredResource Resource, IReadOnlyList<string> Contents, IReadOnlyList<string> Identities)
{
    private const string Any = "what its provider replaces it for";
    private const string Name = "metadata.name";

    /// <summary>The cause that a resource is; null when no update deletes it first, or when what does it cannot be told.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="isMutable">Whether its provider updates Secrets or ConfigMaps, whichever it is, in place.</param>
    public static ReplacementCause? Of(DeclaredResource resource, bool isMutable)
    {
        // An object that is still to be imported cannot be replaced, and one that is asked to be made first fails if the name is taken.
        if (!resource.Request.Custom || resource.IsRead || resource.Request.ImportId.Length > 0 || resource.Request.DeleteBeforeReplace == false)
        {
            return null;
        }

        bool deletesFirst = resource.Request.DeleteBeforeReplace == true;
        if (!resource.IsObject)
        {
            return deletesFirst && !resource.Request.Type.StartsWith("kubernetes:", StringComparison.Ordinal) ? new ReplacementCause(resource, [Any], []) : null;
        }

        bool isNamed = FixedName.IsOf(resource);
        if (!isNamed && !deletesFirst)
        {
            return null;
        }

        List<string> contents = [], identities = [];
        foreach (string field in ReplacingFields.Of(resource.ApiVersion, resource.Kind))
        {
            if (Has(resource, field) && !FieldList.Covers(resource.Request.IgnoreChanges, field) && !(isMutable && field != "type"))
            {
                (ReplacingFields.IsIdentity(field) ? identities : contents).Add(field);
            }
        }

        foreach (string field in resource.Request.ReplaceOnChanges)
        {
            if (!FieldList.Covers(resource.Request.IgnoreChanges, field))
            {
                contents.Add(field == "*" ? "any field" : field);
            }
        }

        if (deletesFirst && resource.Metadata is { } metadata && !metadata["name"].IsNull && resource.Annotation("pulumi.com/autonamed") != "true")
        {
            (isNamed ? identities : contents).Add(Name);
        }

        return contents.Count + identities.Count == 0 ? null : new ReplacementCause(resource, contents, identities);
    }

    private static bool Has(DeclaredResource resource, string field)
    {
        int dot = field.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return !resource.Inputs[field].IsNull;
        }

        PropertyValue above = resource.Inputs[field[..dot]].Inner;
        return above.IsUnknown || (above.ObjectOrNull() is { } fields && !fields[field[(dot + 1)..]].IsNull);
    }
}

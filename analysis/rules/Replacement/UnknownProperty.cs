using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Replacement;

/// <summary>
/// What the Kubernetes provider answers when it is asked about an object with one property unknown, which is how the engine finds out what
/// depends on a resource that it is about to delete: all that the property holds is then taken to change.
/// </summary>
internal static class UnknownProperty
{
    private const string Metadata = "metadata";

    /// <summary>Whether the object is replaced: true, false or unknown.</summary>
    /// <param name="resource">The object.</param>
    /// <param name="property">A property, e.g. <c>spec</c>.</param>
    /// <param name="isMutable">Whether its provider updates Secrets or ConfigMaps, whichever it is, in place.</param>
    public static Flag Replaces(DeclaredResource resource, string property, bool isMutable)
    {
        if (!resource.Request.Custom || resource.IsRead)
        {
            return Flag.False;
        }

        if (!resource.Request.Type.StartsWith("kubernetes:", StringComparison.Ordinal))
        {
            // Other providers decide for themselves.
            return IsReplaced(resource, property, [], property) ? Flag.True : Flag.False;
        }

        IReadOnlyList<string> replacing = property == Metadata ? ["metadata.name", "metadata.namespace"]
            : resource.IsObject && !isMutable ? ReplacingFields.Of(resource.ApiVersion, resource.Kind)
            : [];
        PropertyValue value = resource.Inputs[property].Inner;
        if (value.ObjectOrNull() is { } fields)
        {
            foreach (Property field in fields.Properties)
            {
                if (IsReplaced(resource, property, replacing, $"{property}.{field.Name}"))
                {
                    return Flag.True;
                }
            }

            return Flag.False;
        }

        if (!value.IsUnknown || property == Metadata)
        {
            return IsReplaced(resource, property, replacing, property == Metadata ? "metadata.name" : property) ? Flag.True : Flag.False;
        }

        foreach (string field in replacing)
        {
            if (IsReplaced(resource, property, replacing, field) && (field == property || field.StartsWith(property + ".", StringComparison.Ordinal)))
            {
                return Flag.Unknown;
            }
        }

        return Flag.False;
    }

    private static bool IsReplaced(DeclaredResource resource, string property, IReadOnlyList<string> replacing, string field) =>
        !FieldList.Covers(resource.Request.IgnoreChanges, field)
        && (Contains(replacing, field) || Contains(replacing, property) || FieldList.Covers(resource.Request.ReplaceOnChanges, field));

    private static bool Contains(IReadOnlyList<string> fields, string field)
    {
        for (int i = 0; i < fields.Count; i++)
        {
            if (fields[i] == field)
            {
                return true;
            }
        }

        return false;
    }
}

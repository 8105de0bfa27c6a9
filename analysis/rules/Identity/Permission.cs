using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity;

/// <summary>One entry of a role's rules.</summary>
/// <param name="role">The Role or ClusterRole.</param>
/// <param name="body">The entry.</param>
internal readonly struct Permission(KubernetesObject role, Field body)
{
    /// <summary>The group of roles and bindings.</summary>
    public const string Group = "rbac.authorization.k8s.io";

    /// <summary>Whether only objects of certain names are meant.</summary>
    public bool IsLimitedByName => !body["resourceNames"].IsUnset && (!body["resourceNames"].TryGetItems(out FieldItems names) || names.Count > 0);

    /// <summary>Whether the entry allows every verb on every resource.</summary>
    public bool AllowsEverything => Has("verbs", "*") && Has("resources", "*") && Has("apiGroups", "*") && !IsLimitedByName;

    /// <summary>Whether every value of a list is known.</summary>
    public bool IsKnown(string list)
    {
        if (!body[list].TryGetItems(out FieldItems items))
        {
            return false;
        }

        foreach (Field item in items)
        {
            if (!item.TryGetText(out _))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a list certainly has no values.</summary>
    public bool IsEmpty(string list) => body[list].TryGetItems(out FieldItems items) && items.Count == 0;

    /// <summary>Whether a list has a value.</summary>
    public bool Has(string list, string value) => Find(list, value) is not null;

    /// <summary>The first value of a list that is one of these, as a message shows it; null when there is none.</summary>
    public string? Find(string list, params ReadOnlySpan<string> wanted)
    {
        body[list].TryGetItems(out FieldItems items);
        foreach (Field item in items)
        {
            if (wanted.Contains(item.Text) && !item.IsUnset)
            {
                return item.Shown;
            }
        }

        return null;
    }

    /// <summary>The first value of a list that starts with a text, as a message shows it; null when there is none.</summary>
    public string? FindStart(string list, string start)
    {
        body[list].TryGetItems(out FieldItems items);
        foreach (Field item in items)
        {
            if (item.Text.StartsWith(start, StringComparison.Ordinal))
            {
                return item.Shown;
            }
        }

        return null;
    }

    /// <summary>
    /// The first right on some resources of a group that the entry gives, as the API server matches it: <c>*</c> is every verb,
    /// every group, and every resource with its subresources; <c>*/exec</c> is a subresource of every resource; <c>pods/*</c> is nothing.
    /// </summary>
    /// <param name="group">The group; empty for the core group.</param>
    /// <param name="resources">The resources, with their subresources: <c>pods/exec</c>.</param>
    /// <param name="verbs">The verbs.</param>
    /// <returns>The right; null when the entry gives none of them.</returns>
    public Right? FindRight(string group, ReadOnlySpan<string> resources, ReadOnlySpan<string> verbs)
    {
        if (!TryMatch("apiGroups", group, out _))
        {
            return null;
        }

        foreach (string resource in resources)
        {
            if (!TryMatch("resources", resource, out Field foundResource))
            {
                continue;
            }

            foreach (string verb in verbs)
            {
                if (TryMatch("verbs", verb, out Field foundVerb))
                {
                    return new Right(Name(foundVerb, verb), Name(foundResource, resource), foundVerb.Shown, foundResource.Shown);
                }
            }
        }

        return null;
    }

    /// <summary>The role as messages name it: <c>Role 'app'</c>.</summary>
    public override string ToString() => $"{role.Kind} '{role.Name}'";

    private static string Name(Field found, string name) => found.IsSecret ? Field.Secret : name;

    private bool TryMatch(string list, string wanted, out Field found)
    {
        body[list].TryGetItems(out FieldItems items);
        int slash = list == "resources" ? wanted.IndexOf('/', StringComparison.Ordinal) : -1;
        foreach (Field item in items)
        {
            if (!item.IsUnset && item.TryGetText(out string text)
                && (text == "*" || text == wanted || (slash >= 0 && text.StartsWith('*') && text.AsSpan(1).SequenceEqual(wanted.AsSpan(slash)))))
            {
                found = item;
                return true;
            }
        }

        found = default;
        return false;
    }
}

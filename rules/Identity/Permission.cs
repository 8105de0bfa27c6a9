using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity;

/// <summary>One entry of a role's rules.</summary>
/// <param name="role">The Role or ClusterRole.</param>
/// <param name="path">The path of the entry, e.g. <c>rules[0]</c>.</param>
/// <param name="body">The entry.</param>
internal readonly struct Permission(KubernetesObject role, string path, Field body)
{
    /// <summary>The group of roles and bindings.</summary>
    public const string Group = "rbac.authorization.k8s.io";

    public KubernetesObject Role => role;

    public string Path => path;

    /// <summary>Whether only objects of certain names are meant.</summary>
    public bool IsLimitedByName => !body["resourceNames"].IsUnset && (!body["resourceNames"].TryGetItems(out FieldItems names) || names.Count > 0);

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

    /// <summary>The first value of a list that is one of those that are wanted, as a message shows it; null when there is none.</summary>
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

    /// <summary>The role as messages name it: <c>Role 'app'</c>.</summary>
    public override string ToString() => $"{role.Kind} '{role.Name}'";
}

namespace Pulumi;

/// <summary>What an alias may say: a URN and nothing else, or parts of one with at most one parent.</summary>
internal static class AliasRules
{
    /// <summary>Checks an alias.</summary>
    /// <exception cref="ArgumentException">It says two things that exclude each other.</exception>
    public static void Check(Alias alias)
    {
        if (alias.Urn is not null)
        {
            RequireNone(nameof(Alias.Name), alias.Name is not null);
            RequireNone(nameof(Alias.Type), alias.Type is not null);
            RequireNone(nameof(Alias.Project), alias.Project is not null);
            RequireNone(nameof(Alias.Stack), alias.Stack is not null);
            RequireNone(nameof(Alias.Parent), alias.Parent is not null);
            RequireNone(nameof(Alias.ParentUrn), alias.ParentUrn is not null);
            RequireNone(nameof(Alias.NoParent), alias.NoParent);
            return;
        }

        int parents = (alias.Parent is null ? 0 : 1) + (alias.ParentUrn is null ? 0 : 1) + (alias.NoParent ? 1 : 0);
        if (parents > 1)
        {
            throw new ArgumentException("Only specify one of 'Parent', 'ParentUrn' or 'NoParent' in an Alias");
        }
    }

    private static void RequireNone(string member, bool isGiven)
    {
        if (isGiven)
        {
            throw new ArgumentException($"Alias should not specify both Urn and {member}");
        }
    }
}

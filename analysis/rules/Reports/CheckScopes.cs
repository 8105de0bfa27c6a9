using Rampart.Rules.Objects;

namespace Rampart.Rules.Reports;

/// <summary>
/// Divides objects of files into scopes. Two files that hold the same object part at the nearest folder around both: what each of them
/// is in there, a folder or the file itself, is a scope, and so is each kustomization in such a folder. Files beside scopes belong to
/// all of them.
/// </summary>
public static class CheckScopes
{
    /// <summary>The scopes in ordinal order; one that holds all objects, when no two files hold the same object.</summary>
    /// <param name="objects">The objects in their order.</param>
    public static IReadOnlyList<CheckScope> Of(IReadOnlyList<KubernetesObject> objects)
    {
        ArgumentNullException.ThrowIfNull(objects);
        if (objects.All(item => item.Origin.File == objects[0].Origin.File))
        {
            return [new CheckScope("", objects)];
        }

        string[] files = [.. objects.Select(static item => item.Origin.File).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        HashSet<string> branches = FindBranches(objects);
        if (branches.Count == 0)
        {
            return [new CheckScope("", objects)];
        }

        AddKustomizations(files, branches);
        Dictionary<string, string> branchOf = files.ToDictionary(static file => file, file => FindBranch(file, branches), StringComparer.Ordinal);

        // A branch with others in it is only what is beside those.
        HashSet<string> around = new(branches.Select(branch => FindBranch(branch, branches, isOuter: true)), StringComparer.Ordinal);
        ILookup<string, int> byBranch = Enumerable.Range(0, objects.Count).ToLookup(i => branchOf[objects[i].Origin.File], StringComparer.Ordinal);
        List<CheckScope> scopes = [];
        foreach (string branch in branches.Where(branch => !around.Contains(branch)).Order(StringComparer.Ordinal))
        {
            List<int> places = [.. byBranch[branch]];
            for (string outer = branch; outer.Length > 0;)
            {
                outer = FindBranch(outer, branches, isOuter: true);
                places.AddRange(byBranch[outer]);
            }

            places.Sort();
            scopes.Add(new CheckScope(branch, [.. places.Select(i => objects[i])]));
        }

        return scopes;
    }

    // In ordinal order the files of a folder stand together, so that each file parts first from one of its neighbours.
    private static HashSet<string> FindBranches(IReadOnlyList<KubernetesObject> objects)
    {
        HashSet<string> branches = new(StringComparer.Ordinal);
        Dictionary<ObjectIdentity, string> last = [];
        foreach (KubernetesObject item in objects.OrderBy(static item => item.Origin.File, StringComparer.Ordinal))
        {
            ObjectIdentity identity = item.Identity;
            if (!identity.IsKnown)
            {
                continue;
            }

            string file = item.Origin.File;
            if (last.TryGetValue(identity, out string? other) && other != file)
            {
                int parting = file.AsSpan(0, file.AsSpan().CommonPrefixLength(other)).LastIndexOfAny('/', '\\') + 1;
                branches.Add(Branch(file, parting));
                branches.Add(Branch(other, parting));
            }

            last[identity] = file;
        }

        return branches;
    }

    // The outermost kustomizations in each branch: those within are parts of them.
    private static void AddKustomizations(string[] files, HashSet<string> branches)
    {
        HashSet<string> folders = new(
            files.Where(static file => NameOf(file) is "kustomization.yaml" or "kustomization.yml" or "Kustomization").Select(static file => file[..^NameOf(file).Length]),
            StringComparer.Ordinal);
        foreach (string folder in folders.ToArray())
        {
            string branch = FindBranch(folder, branches);
            if (branch.Length > 0 && FindBranch(folder, folders, isOuter: true).Length < branch.Length && !folders.Contains(branch))
            {
                branches.Add(folder);
            }
        }
    }

    // The innermost branch that a file or folder is, or is in; empty for none.
    private static string FindBranch(string path, HashSet<string> branches, bool isOuter = false)
    {
        if (!isOuter && branches.Contains(path))
        {
            return path;
        }

        for (int end = path.Length - 1; end > 0; end--)
        {
            if (path[end - 1] is '/' or '\\' && branches.Contains(path[..end]))
            {
                return path[..end];
            }
        }

        return "";
    }

    private static string Branch(string file, int parting)
    {
        int end = file.AsSpan(parting).IndexOfAny('/', '\\');
        return end < 0 ? file : file[..(parting + end + 1)];
    }

    private static string NameOf(string file) => file[(file.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}

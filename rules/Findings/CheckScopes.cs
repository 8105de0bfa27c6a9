using Rampart.Rules.Objects;

namespace Rampart.Rules.Findings;

/// <summary>
/// Divides objects of files into scopes. A scope is a largest folder in which no two files hold the same object; of a folder that is
/// divided the files of its own are one scope, or several where they repeat each other: then each file that does is one.
/// </summary>
public static class CheckScopes
{
    /// <summary>The scopes in the order of their files; one that holds all objects, when no two files hold the same object.</summary>
    /// <param name="objects">The objects in their order.</param>
    public static IReadOnlyList<CheckScope> Of(IReadOnlyList<KubernetesObject> objects)
    {
        ArgumentNullException.ThrowIfNull(objects);
        List<ScopeFile> files = FilesOf(objects);
        if (files.Count < 2 || Repeating(files).Count == 0)
        {
            return [new CheckScope("", objects)];
        }

        List<CheckScope> scopes = [];
        Divide("", files, scopes);
        return scopes;
    }

    private static void Divide(string folder, List<ScopeFile> files, List<CheckScope> scopes)
    {
        HashSet<string> repeating = Repeating(files);
        if (repeating.Count == 0)
        {
            scopes.Add(ScopeOf(folder, files));
            return;
        }

        List<ScopeFile> own = [];
        Dictionary<string, List<ScopeFile>> below = new(StringComparer.Ordinal);
        foreach (ScopeFile file in files)
        {
            int slash = file.Name.AsSpan(folder.Length).IndexOfAny('/', '\\');
            if (slash < 0)
            {
                own.Add(file);
                continue;
            }

            string name = file.Name[..(folder.Length + slash + 1)];
            if (!below.TryGetValue(name, out List<ScopeFile>? list))
            {
                below.Add(name, list = []);
            }

            list.Add(file);
        }

        DivideFiles(folder, own, scopes);
        foreach ((string name, List<ScopeFile> list) in below)
        {
            Divide(name, list, scopes);
        }
    }

    private static void DivideFiles(string folder, List<ScopeFile> files, List<CheckScope> scopes)
    {
        HashSet<string> repeating = Repeating(files);
        List<ScopeFile> rest = files.FindAll(file => !repeating.Contains(file.Name));
        if (rest.Count > 0)
        {
            scopes.Add(ScopeOf(folder + "*", rest));
        }

        foreach (ScopeFile file in files)
        {
            if (repeating.Contains(file.Name))
            {
                scopes.Add(ScopeOf(file.Name, [file]));
            }
        }
    }

    private static CheckScope ScopeOf(string name, List<ScopeFile> files) => new(name, [.. files.SelectMany(static file => file.Objects)]);

    // The files that hold an object of another one of them.
    private static HashSet<string> Repeating(List<ScopeFile> files)
    {
        HashSet<string> repeating = new(StringComparer.Ordinal);
        Dictionary<ObjectIdentity, string> holders = [];
        foreach (ScopeFile file in files)
        {
            foreach (KubernetesObject item in file.Objects)
            {
                ObjectIdentity identity = ObjectIdentity.Of(item, 0);
                if (identity.IsKnown && !holders.TryAdd(identity, file.Name) && holders[identity] != file.Name)
                {
                    repeating.Add(file.Name);
                    repeating.Add(holders[identity]);
                }
            }
        }

        return repeating;
    }

    private static List<ScopeFile> FilesOf(IReadOnlyList<KubernetesObject> objects)
    {
        List<ScopeFile> files = [];
        foreach (KubernetesObject item in objects)
        {
            if (files.Count == 0 || files[^1].Name != item.Origin.File)
            {
                files.Add(new ScopeFile(item.Origin.File, []));
            }

            files[^1].Objects.Add(item);
        }

        return files;
    }

    private sealed record ScopeFile(string Name, List<KubernetesObject> Objects);
}

using Rampart.Plan.Files;
using Rampart.Yaml;

namespace Rampart.Infra.Settings;

/// <summary>The contexts that the Kubernetes provider can choose from.</summary>
/// <param name="Source">Where they come from, for a message: files, or the setting that holds the text.</param>
/// <param name="IsReadable">Whether all that is there is a kubeconfig.</param>
/// <param name="Contexts">The names of the contexts, in ordinal order.</param>
/// <param name="CurrentContext">The context that is used where none is named; null when there is none.</param>
internal sealed record Kubeconfig(string Source, bool IsReadable, IReadOnlyCollection<string> Contexts, string? CurrentContext)
{
    /// <summary>The environment variable with the paths of kubeconfigs.</summary>
    public const string Variable = "KUBECONFIG";

    /// <summary>What is wrong with <see cref="Source"/> where it is not readable.</summary>
    public string Problem { get; private init; } = "is not a kubeconfig";

    /// <summary>Reads what the provider reads: its setting, else the files of <see cref="Variable"/>, else <c>~/.kube/config</c>.</summary>
    /// <param name="setting">The value of <c>kubernetes:kubeconfig</c>: a path or a text, which may be secret.</param>
    /// <param name="environment">Gives the value of an environment variable.</param>
    public static Kubeconfig Find(string? setting, Func<string, string?> environment)
    {
        if (!string.IsNullOrEmpty(setting))
        {
            return File.Exists(setting) ? OfFiles([setting]) : Read("kubernetes:kubeconfig", [setting]);
        }

        return environment(Variable) is { Length: > 0 } paths
            ? OfFiles(paths.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            : OfFiles([Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config")]);
    }

    private static Kubeconfig OfFiles(string[] paths)
    {
        string source = string.Join(Path.PathSeparator, paths);
        List<string> texts = [];
        foreach (string path in paths)
        {
            try
            {
                // Files that are not there count as empty.
                if (File.Exists(path))
                {
                    texts.Add(InputFile.ReadAllText(path));
                }
            }
            catch (UnreadableFileException exception)
            {
                return new Kubeconfig(source, IsReadable: false, [], CurrentContext: null) { Problem = $"is not read: {exception.Message}" };
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return new Kubeconfig(source, IsReadable: false, [], CurrentContext: null);
            }
        }

        return Read(source, texts);
    }

    private static Kubeconfig Read(string source, IEnumerable<string> texts)
    {
        SortedSet<string> contexts = new(StringComparer.Ordinal);
        string? current = null;
        bool isReadable = true;
        foreach (string text in texts)
        {
            try
            {
                if (YamlReader.ReadOne(text, YamlSchema.Yaml11) is not YamlMapping root)
                {
                    isReadable &= string.IsNullOrWhiteSpace(text);
                    continue;
                }

                // The first file that says something wins.
                current ??= root.Find("current-context")?.Value is YamlScalar { Text: { Length: > 0 } name } ? name : null;
                if (root.Find("contexts")?.Value is YamlSequence list)
                {
                    foreach (YamlNode item in list.Items)
                    {
                        if (item is YamlMapping context && context.Find("name")?.Value is YamlScalar { Text: var known })
                        {
                            contexts.Add(known);
                        }
                    }
                }
            }
            catch (YamlException)
            {
                isReadable = false;
            }
        }

        return new Kubeconfig(source, isReadable, contexts, current);
    }
}

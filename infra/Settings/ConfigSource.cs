using System.Text.Json;
using Pulumi;

namespace Rampart.Infra.Settings;

/// <summary>The settings of the project's own namespace in the stack's configuration.</summary>
/// <param name="config">The configuration.</param>
/// <param name="project">Name of the project, the namespace of its keys.</param>
internal sealed class ConfigSource(Config config, string project) : ISettingSource
{
    // The one place where all keys can be read: Config itself only answers for keys that are asked for.
    private const string AllValues = "PULUMI_CONFIG";

    public SettingValue? Find(string name) => config.Get(name) is { } text ? SettingValue.FromConfig(text) : null;

    public Output<string> Secret(string name) => config.GetSecret(name) ?? Output.CreateSecret("");

    public IEnumerable<string> Names()
    {
        List<string> names = [];
        if (Environment.GetEnvironmentVariable(AllValues) is not { Length: > 0 } json)
        {
            return names;
        }

        string prefix = project + ":";
        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonProperty value in document.RootElement.EnumerateObject())
        {
            if (value.Name.StartsWith(prefix, StringComparison.Ordinal))
            {
                names.Add(value.Name[prefix.Length..]);
            }
        }

        return names;
    }
}

using System.Text.Json;
using Pulumi;

namespace Rampart.Components.Configuration;

/// <summary>The values of one namespace of the stack's configuration.</summary>
/// <param name="config">The configuration.</param>
/// <param name="keyspace">The namespace of its keys, in general the project's name.</param>
internal sealed class ConfigValues(Config config, string keyspace)
{
    // The only places where all keys can be read: Config itself only answers for keys that are asked for. Both may be missing.
    private const string AllValues = "PULUMI_CONFIG";
    private const string SecretKeys = "PULUMI_CONFIG_SECRET_KEYS";

    private HashSet<string>? _secretNames;

    public SettingValue? Find(string name) => config.Get(name) is { } text ? SettingValue.FromConfig(text) : null;

    /// <summary>The text of a setting that nobody may see, as far as it is known: in a preview it may not be.</summary>
    public Output<string> Secret(string name) => config.GetSecret(name) ?? Output.CreateSecret("");

    /// <summary>Whether the whole value, or a part of it, is encrypted in the stack's file.</summary>
    public bool IsSecret(string name) => (_secretNames ??= [.. Names(SecretKeys)]).Contains(name);

    /// <summary>The names of all that is given, as far as they can be told.</summary>
    public IEnumerable<string> Names() => Names(AllValues);

    private List<string> Names(string variable)
    {
        List<string> names = [];
        if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } json)
        {
            return names;
        }

        string prefix = keyspace + ":";
        using JsonDocument document = JsonDocument.Parse(json);
        IEnumerable<string> keys = document.RootElement.ValueKind == JsonValueKind.Array
            ? document.RootElement.EnumerateArray().Select(static key => key.ToString())
            : document.RootElement.EnumerateObject().Select(static value => value.Name);
        foreach (string key in keys)
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal))
            {
                names.Add(key[prefix.Length..]);
            }
        }

        return names;
    }
}

using System.Text.Json;
using Pulumi;
using Rampart.Rules.Settings;

namespace Rampart.Components.Enforcement;

/// <summary>The keys <c>rampart:…</c> of the stack that runs, by which components judge workloads; <c>check</c> reads the same.</summary>
/// <remarks>Components read them by themselves. A program that reads settings of its own can tell all problems together.</remarks>
public static class RuleConfiguration
{
    // The only places where all keys can be read: Config itself only answers for keys that are asked for.
    private const string AllValues = "PULUMI_CONFIG";
    private const string SecretKeys = "PULUMI_CONFIG_SECRET_KEYS";

    /// <summary>Reads the settings, and tells what is wrong with them. Where <c>rampart:enforcement</c> is <c>off</c>, nothing else is read.</summary>
    public static RuleSettingsResult Read()
    {
        Config config = new(RuleSettings.Namespace[..^1]);
        if (config.Get("enforcement") == "off")
        {
            return new RuleSettingsResult(RuleSettings.None with { Enforcement = EnforcementMode.Off }, []);
        }

        HashSet<string> secrets = ReadSecretKeys();
        return RuleSettingsResult.OfConfiguration(ReadValues(config), secrets.Contains, Deployment.Instance.StackName);
    }

    private static SortedDictionary<string, string> ReadValues(Config config)
    {
        SortedDictionary<string, string> values = new(StringComparer.Ordinal);
        using (JsonDocument? all = ReadVariable(AllValues, JsonValueKind.Object))
        {
            IEnumerable<JsonProperty> given = all is null ? [] : all.RootElement.EnumerateObject();
            foreach (JsonProperty value in given)
            {
                if (value.Name.StartsWith(RuleSettings.Namespace, StringComparison.Ordinal))
                {
                    values[value.Name] = value.Value.ToString();
                }
            }
        }

        // In a test the variable may be gone again.
        foreach (string name in RuleSettings.Names)
        {
            if (config.Get(name) is { } value)
            {
                values[RuleSettings.Namespace + name] = value;
            }
        }

        return values;
    }

    private static HashSet<string> ReadSecretKeys()
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        using JsonDocument? all = ReadVariable(SecretKeys, JsonValueKind.Array);
        IEnumerable<JsonElement> given = all is null ? [] : all.RootElement.EnumerateArray();
        foreach (JsonElement key in given)
        {
            keys.Add(key.ToString());
        }

        return keys;
    }

    private static JsonDocument? ReadVariable(string name, JsonValueKind kind)
    {
        if (Environment.GetEnvironmentVariable(name) is not { Length: > 0 } json)
        {
            return null;
        }

        try
        {
            JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == kind ? document : null;
        }
        catch (JsonException)
        {
            // The SDK says what is wrong with what the engine gives.
            return null;
        }
    }
}

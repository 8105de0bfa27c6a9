using System.Text;

namespace Rampart.Plan.Configuration;

/// <summary>The configuration in the form in which a language host hands it to a program.</summary>
public sealed class PulumiConfig
{
    private readonly List<ConfigValue> _sorted;

    internal PulumiConfig(List<ConfigValue> sortedValues)
    {
        _sorted = sortedValues;
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        List<string> secretKeys = [];
        foreach (ConfigValue value in sortedValues)
        {
            values.Add(value.Key, value.TextOrPlaceholder);
            if (value.IsSecret)
            {
                secretKeys.Add(value.Key);
            }
        }

        Values = values;
        SecretKeys = secretKeys;
    }

    /// <summary>
    /// The texts by full key, secrets among them in the clear; what could not be decrypted has <see cref="ConfigValue.Placeholder"/>
    /// in its place.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>The full keys of the secret values, in ordinal order.</summary>
    public IReadOnlyList<string> SecretKeys { get; }

    /// <summary>The value of <c>PULUMI_CONFIG</c>: a JSON object in ordinal order. Pulumi does not set the variable when there is no value.</summary>
    public string ValuesToJson()
    {
        StringBuilder json = new("{");
        foreach (ConfigValue value in _sorted)
        {
            json.Append(json.Length == 1 ? "" : ",");
            JsonText.AppendString(json, value.Key);
            json.Append(':');
            JsonText.AppendString(json, value.TextOrPlaceholder);
        }

        return json.Append('}').ToString();
    }

    /// <summary>The value of <c>PULUMI_CONFIG_SECRET_KEYS</c>: a JSON array, <c>[]</c> when there are none.</summary>
    public string SecretKeysToJson()
    {
        StringBuilder json = new("[");
        foreach (string key in SecretKeys)
        {
            json.Append(json.Length == 1 ? "" : ",");
            JsonText.AppendString(json, key);
        }

        return json.Append(']').ToString();
    }
}

using System.Text;

namespace Rampart.Plan.Configuration;

/// <summary>The configuration in the form in which a language host hands it to a program.</summary>
public sealed class PulumiConfig
{
    private readonly string[] _sortedKeys;
    private readonly Dictionary<string, string> _values;

    internal PulumiConfig(List<ConfigValue> sortedValues)
    {
        _values = new Dictionary<string, string>(StringComparer.Ordinal);
        _sortedKeys = new string[sortedValues.Count];
        List<string> secretKeys = [];
        for (int i = 0; i < _sortedKeys.Length; i++)
        {
            ConfigValue value = sortedValues[i];
            _sortedKeys[i] = value.Key;
            _values.Add(value.Key, value.TextOrPlaceholder);
            if (value.IsSecret)
            {
                secretKeys.Add(value.Key);
            }
        }

        SecretKeys = secretKeys;
    }

    private PulumiConfig(PulumiConfig other, string key, string text)
    {
        _values = new Dictionary<string, string>(other._values, StringComparer.Ordinal) { [key] = text };
        _sortedKeys = [.. _values.Keys];
        Array.Sort(_sortedKeys, StringComparer.Ordinal);
        SecretKeys = other.SecretKeys;
    }

    /// <summary>
    /// The texts by full key, secrets among them in the clear; what could not be decrypted has <see cref="ConfigValue.Placeholder"/>
    /// in its place.
    /// </summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>The full keys of the secret values, in ordinal order.</summary>
    public IReadOnlyList<string> SecretKeys { get; }

    /// <summary>A copy with one value more, or another value; secret as before.</summary>
    /// <param name="key">The full key.</param>
    /// <param name="text">The text.</param>
    public PulumiConfig With(string key, string text) => new(this, key, text);

    /// <summary>The value of <c>PULUMI_CONFIG</c>: a JSON object in ordinal order. Pulumi does not set the variable when there is no value.</summary>
    public string ValuesToJson()
    {
        StringBuilder json = new("{");
        foreach (string key in _sortedKeys)
        {
            json.Append(json.Length == 1 ? "" : ",");
            JsonText.AppendString(json, key);
            json.Append(':');
            JsonText.AppendString(json, _values[key]);
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

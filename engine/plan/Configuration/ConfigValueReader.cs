using System.Globalization;
using System.Text;
using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>Turns a value as it is written into the text that the program gets: a scalar's own, or JSON.</summary>
internal sealed class ConfigValueReader
{
    private readonly ConfigEntry _entry;
    private readonly StackSecrets _secrets;
    private readonly ProblemList _problems;
    private readonly List<string> _secretTexts = [];
    private bool _isSecret;
    private bool _isOpaque;

    private ConfigValueReader(ConfigEntry entry, StackSecrets secrets, ProblemList problems)
    {
        _entry = entry;
        _secrets = secrets;
        _problems = problems;
        _isSecret = entry.IsSecret;
    }

    /// <summary>Reads a value.</summary>
    /// <param name="entry">The value as it is written.</param>
    /// <param name="type">The declared type; null when there is none.</param>
    /// <param name="secrets">Decrypts.</param>
    /// <param name="problems">Gets what the program would not get as it is written.</param>
    public static ConfigValue Read(ConfigEntry entry, ConfigType? type, StackSecrets secrets, ProblemList problems)
    {
        ConfigValueReader reader = new(entry, secrets, problems);
        string text = reader.ReadText(entry.Node, type);
        if (entry.IsSecret)
        {
            reader.AddSecrets(entry.Node, entry.Replaced is { } replaced && SecureValue.IsIn(replaced) ? replaced : null);
        }

        return new ConfigValue(entry.Key, text, reader._isSecret, reader._isOpaque, reader._secretTexts, entry);
    }

    private string ReadText(YamlNode node, ConfigType? type)
    {
        if (SecureValue.CiphertextOf(node) is { } ciphertext)
        {
            return Decrypt(ciphertext, _entry.Key);
        }

        if (node is YamlScalar scalar)
        {
            ScalarValue value = scalar.Resolve();
            if (value.Kind == ScalarKind.Null)
            {
                _problems.Warning(ConfigurationDiagnosticIds.EmptyValue, At(node), _entry.Key, "the key has no value, which Pulumi takes for an empty text", "write \"\" if it is meant to be empty, or take the key out");
                return "";
            }

            CheckSpelling(scalar, value, type, _entry.Key);
            return value.Text;
        }

        StringBuilder json = new();
        WriteJson(json, node, type, _entry.Key);
        return json.ToString();
    }

    private void WriteJson(StringBuilder json, YamlNode node, ConfigType? type, string path)
    {
        switch (node)
        {
            case YamlScalar scalar:
                WriteScalar(json, scalar, type, path);
                break;
            case YamlSequence sequence:
                WriteList(json, sequence, type?.Items, path);
                break;
            case YamlMapping mapping when SecureValue.CiphertextOf(mapping) is { } ciphertext:
                JsonText.AppendString(json, Decrypt(ciphertext, path));
                break;
            case YamlMapping mapping:
                WriteObject(json, mapping, path);
                break;
        }
    }

    private void WriteScalar(StringBuilder json, YamlScalar scalar, ConfigType? type, string path)
    {
        ScalarValue value = scalar.Resolve();
        CheckSpelling(scalar, value, type, path);
        if (value.Kind is ScalarKind.String or ScalarKind.Timestamp || !double.IsFinite(value.Number))
        {
            JsonText.AppendString(json, value.Text);
        }
        else
        {
            json.Append(value.Text);
        }
    }

    private void WriteList(StringBuilder json, YamlSequence sequence, ConfigType? itemType, string path)
    {
        json.Append('[');
        for (int i = 0; i < sequence.Items.Count; i++)
        {
            json.Append(i == 0 ? "" : ",");
            WriteJson(json, sequence.Items[i], itemType, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
        }

        json.Append(']');
    }

    private void WriteObject(StringBuilder json, YamlMapping mapping, string path)
    {
        List<YamlEntry> entries = new(mapping.Entries);
        entries.Sort(static (left, right) => string.CompareOrdinal(left.Key.Text, right.Key.Text));
        json.Append('{');
        for (int i = 0; i < entries.Count; i++)
        {
            YamlScalar key = entries[i].Key;
            string keyPath = $"{path}.{key.Text}";
            if (key.Resolve().Kind != ScalarKind.String)
            {
                _problems.Error(ConfigurationDiagnosticIds.InvalidKey, At(key), _isSecret ? path : keyPath, "the key is not a text", "quote the key");
            }

            json.Append(i == 0 ? "" : ",");
            JsonText.AppendString(json, key.Text);
            json.Append(':');
            WriteJson(json, entries[i].Value, type: null, keyPath);
        }

        json.Append('}');
    }

    private string Decrypt(YamlScalar ciphertext, string path)
    {
        _isSecret = true;
        string? text = _secrets.Decrypt(ciphertext, _entry.Location.File, path);
        _isOpaque |= text is null;
        if (text is not null)
        {
            _secretTexts.Add(text);
        }

        return text ?? ConfigValue.Placeholder;
    }

    // What is not encrypted and yet secret: a value of a key that is declared so, or one that takes the place of an encrypted one, of
    // which only those parts are secret that are encrypted in the other.
    private void AddSecrets(YamlNode node, YamlNode? replaced)
    {
        if (SecureValue.IsIn(node))
        {
            // Decrypted already; what stands around it is as public as the file.
            return;
        }

        bool isWhole = replaced is null || SecureValue.CiphertextOf(replaced) is not null;
        switch (node, replaced)
        {
            case (YamlMapping mapping, YamlMapping other) when !isWhole:
                foreach (YamlEntry entry in mapping.Entries)
                {
                    if (other.Find(entry.Key.Text) is { } same && SecureValue.IsIn(same.Value))
                    {
                        AddSecrets(entry.Value, same.Value);
                    }
                }

                break;
            case (YamlSequence sequence, YamlSequence other) when !isWhole:
                for (int i = 0; i < sequence.Items.Count; i++)
                {
                    YamlNode? same = i < other.Items.Count ? other.Items[i] : null;
                    if (same is null || SecureValue.IsIn(same))
                    {
                        AddSecrets(sequence.Items[i], same);
                    }
                }

                break;
            case (YamlMapping mapping, _):
                foreach (YamlEntry entry in mapping.Entries)
                {
                    AddSecrets(entry.Value, replaced: null);
                }

                break;
            case (YamlSequence sequence, _):
                foreach (YamlNode item in sequence.Items)
                {
                    AddSecrets(item, replaced: null);
                }

                break;
            case (YamlScalar scalar, _):
                _secretTexts.Add(scalar.Resolve().Text);
                _secretTexts.Add(scalar.Text);
                break;
        }
    }

    // YAML takes 1.10 for the number 1.1 and 0644 for 420: right for a number, a surprise in a version or a mode.
    private void CheckSpelling(YamlScalar scalar, ScalarValue value, ConfigType? type, string path)
    {
        string written = _isSecret ? "the secret value" : NodeText.Quote(scalar.Text);
        switch (value.Kind)
        {
            case ScalarKind.Timestamp:
                _problems.Error(ConfigurationDiagnosticIds.RespelledValue, At(scalar), path, $"{written} is a date, which Pulumi gives the program in another form", "quote it");
                break;
            case ScalarKind.Float when !double.IsFinite(value.Number):
                _problems.Error(ConfigurationDiagnosticIds.UnrepresentableNumber, At(scalar), path, $"{written} is no number that JSON can hold", "give a finite number, or quote it");
                break;
            case ScalarKind.Integer or ScalarKind.Float when value.Text != scalar.Text && type?.Kind != ConfigTypeKind.Integer:
                string read = _isSecret ? "another spelling" : NodeText.Quote(value.Text);
                _problems.Warning(ConfigurationDiagnosticIds.RespelledValue, At(scalar), path, $"{written} is a number, which the program gets as {read}", "quote it if it is meant as a text");
                break;
        }
    }

    private SourceLocation At(YamlNode node) => SourceLocation.Of(_entry.Location.File, node);
}

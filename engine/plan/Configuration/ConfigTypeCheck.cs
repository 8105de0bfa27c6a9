using System.Globalization;
using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>Checks a value against its declared type, by the rules of Pulumi, and tells every place that does not fit.</summary>
/// <param name="problems">Gets what does not fit.</param>
/// <param name="file">The file of the value as the user names it.</param>
/// <param name="key">The full key.</param>
/// <param name="isSecret">Whether no part of the value may be shown.</param>
/// <param name="secrets">Decrypts; null when nothing in the value is encrypted.</param>
internal sealed class ConfigTypeCheck(ProblemList problems, string file, string key, bool isSecret, StackSecrets? secrets = null)
{
    /// <summary>Checks a value of a stack file, where any scalar is a text.</summary>
    public void CheckValue(ConfigType type, YamlNode value) => Check(type, value, key, anyScalarIsText: true);

    /// <summary>Checks a default in Pulumi.yaml, where a number is not a text.</summary>
    public void CheckDefault(ConfigType type, YamlNode value) => Check(type, value, key, anyScalarIsText: false);

    private void Check(ConfigType type, YamlNode node, string path, bool anyScalarIsText)
    {
        if (SecureValue.CiphertextOf(node) is { } ciphertext)
        {
            CheckSecret(type, ciphertext, node, path);
            return;
        }

        switch (type.Kind)
        {
            case ConfigTypeKind.Array when node is YamlSequence sequence:
                for (int i = 0; i < sequence.Items.Count && type.Items is not null; i++)
                {
                    Check(type.Items, sequence.Items[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), anyScalarIsText: false);
                }

                break;
            case ConfigTypeKind.Object when node is YamlMapping:
                break;
            case ConfigTypeKind.String or ConfigTypeKind.Integer or ConfigTypeKind.Boolean when node is YamlScalar scalar:
                if (!Fits(type.Kind, scalar.Resolve(), anyScalarIsText))
                {
                    Report(type, node, path);
                }

                break;
            default:
                Report(type, node, path);
                break;
        }
    }

    private void CheckSecret(ConfigType type, YamlScalar ciphertext, YamlNode node, string path)
    {
        // What is encrypted is always a text, and a text that is not known may well be right.
        string? text = secrets?.Decrypt(ciphertext, file, path);
        bool fits = type.Kind is not (ConfigTypeKind.Array or ConfigTypeKind.Object)
            && (text is null || Fits(type.Kind, new ScalarValue(ScalarKind.String, text), anyScalarIsText: true));
        if (!fits)
        {
            Report(type, node, path);
        }
    }

    private static bool Fits(ConfigTypeKind kind, ScalarValue value, bool anyScalarIsText) => kind switch
    {
        // Null reaches the program as an empty text when it is the whole value.
        ConfigTypeKind.String => value.Kind is ScalarKind.String or ScalarKind.Timestamp || anyScalarIsText,
        ConfigTypeKind.Integer => value.Kind is ScalarKind.Integer or ScalarKind.Float or ScalarKind.String
            && long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        _ => value.Kind is ScalarKind.Boolean or ScalarKind.String && value.Text is "true" or "false",
    };

    private void Report(ConfigType type, YamlNode node, string path)
    {
        string value = isSecret ? "the secret value" : NodeText.Describe(node);
        problems.Error(ConfigurationDiagnosticIds.WrongType, SourceLocation.Of(file, node), path, $"{value} is not {type}", Fix(type));
    }

    private static string Fix(ConfigType type) => type.Kind switch
    {
        ConfigTypeKind.Integer => "give a whole number",
        ConfigTypeKind.Boolean => "give true or false",
        ConfigTypeKind.Array => $"give {type}, one item after '- ' on each line",
        ConfigTypeKind.Object => "give keys and values",
        _ => "give a text, in quotes if it looks like something else",
    };
}

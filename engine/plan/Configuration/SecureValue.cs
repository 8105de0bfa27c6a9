using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>How files mark encrypted values: a mapping with nothing but <c>secure: text</c>.</summary>
internal static class SecureValue
{
    /// <summary>The encrypted text; null when the node is no encrypted value.</summary>
    public static YamlScalar? CiphertextOf(YamlNode node) =>
        node is YamlMapping { Entries: [{ Key.Text: "secure", Value: YamlScalar ciphertext }] } && ciphertext.Resolve().Kind == ScalarKind.String
            ? ciphertext
            : null;

    /// <summary>Whether the node is, or holds at any depth, an encrypted value.</summary>
    public static bool IsIn(YamlNode node)
    {
        switch (node)
        {
            case YamlSequence sequence:
                foreach (YamlNode item in sequence.Items)
                {
                    if (IsIn(item))
                    {
                        return true;
                    }
                }

                return false;
            case YamlMapping mapping:
                if (CiphertextOf(mapping) is not null)
                {
                    return true;
                }

                foreach (YamlEntry entry in mapping.Entries)
                {
                    if (IsIn(entry.Value))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}

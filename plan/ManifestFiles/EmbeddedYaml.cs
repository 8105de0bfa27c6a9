using Rampart.Plan.Yaml;
using Rampart.Protocol.Values;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Reads YAML that is a text inside an object, such as the rules of Falco in a ConfigMap.</summary>
internal static class EmbeddedYaml
{
    /// <summary>The value of a text; null for a text that is not YAML, which is then a text like any other.</summary>
    public static PropertyValue Read(string text)
    {
        YamlTape tape = new();
        try
        {
            return YamlReader.ReadOne(text, YamlSchema.Yaml12, tape) ? new TapeValueReader(tape, YamlSchema.Yaml12).Read() : PropertyValue.Null;
        }
        catch (YamlException)
        {
            return PropertyValue.Null;
        }
    }
}

using Rampart.Protocol.Values;
using Rampart.Yaml;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Reads YAML that is a text inside an object, such as the rules of Falco in a ConfigMap.</summary>
internal static class EmbeddedYaml
{
    /// <summary>The value of a text; null for a text that is not YAML, which is then a text like any other.</summary>
    public static PropertyValue Read(string text)
    {
        YamlParser parser = new(new YamlTape(), YamlSchema.Yaml12);
        try
        {
            parser.Input.Load(text);
            return parser.ReadOne() ? new TapeValueReader(parser.Tape, YamlSchema.Yaml12).Read() : PropertyValue.Null;
        }
        catch (YamlException)
        {
            return PropertyValue.Null;
        }
    }
}

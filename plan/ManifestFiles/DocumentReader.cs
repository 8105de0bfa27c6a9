using Rampart.Plan.Yaml;
using Rampart.Protocol.Values;

namespace Rampart.Plan.ManifestFiles;

/// <summary>What reads documents one after the other: buffers that serve all of them, and pools of what they have in common.</summary>
internal sealed class DocumentReader
{
    /// <summary>Starts without anything read.</summary>
    public DocumentReader()
    {
        Parser = new YamlParser(new YamlTape(new TextPool()), YamlSchema.Yaml11);
        Values = new TapeValueReader(Parser.Tape, YamlSchema.Yaml11, new ValuePool());
    }

    /// <summary>Writes a document on its tape.</summary>
    public YamlParser Parser { get; }

    /// <summary>Makes values of what is on the tape.</summary>
    public TapeValueReader Values { get; }
}

using System.Collections.Concurrent;
using Rampart.Protocol.Values;
using Rampart.Yaml;

namespace Rampart.Plan.ManifestFiles;

/// <summary>What reads documents one after the other: buffers that serve all of them, and pools of what they have in common.</summary>
internal sealed class DocumentReader
{
    private static readonly ConcurrentBag<DocumentReader> Free = [];

    private readonly YamlParser _parser;

    private DocumentReader()
    {
        _parser = new YamlParser(new YamlTape(new TextPool()), YamlSchema.Yaml11);
        Values = new TapeValueReader(_parser.Tape, YamlSchema.Yaml11, new ValuePool());
    }

    /// <summary>Makes values of the document that was read last.</summary>
    public TapeValueReader Values { get; }

    /// <summary>Where the document that was read last is.</summary>
    public YamlTape Tape => _parser.Tape;

    /// <summary>One that nobody uses, to be given back by <see cref="Return"/>.</summary>
    public static DocumentReader Take() => Free.TryTake(out DocumentReader? free) ? free : new DocumentReader();

    /// <summary>Gives it back.</summary>
    public void Return() => Free.Add(this);

    /// <summary>Reads a document. Its lines are counted from its own start.</summary>
    /// <param name="document">UTF-8.</param>
    /// <param name="isJson">Whether it is JSON, which is read by other rules than YAML.</param>
    /// <returns>False when it is empty.</returns>
    /// <exception cref="YamlException">It is not YAML, or not JSON.</exception>
    public bool Read(ReadOnlySpan<byte> document, bool isJson) => Read(document, isJson, _parser);

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, bool)"/>
    /// <param name="document">UTF-8.</param>
    /// <param name="isJson">Whether it is JSON, which is read by other rules than YAML.</param>
    /// <param name="parser">Has the tape that is written on; it reads the document unless that is JSON.</param>
    public static bool Read(ReadOnlySpan<byte> document, bool isJson, YamlParser parser)
    {
        if (isJson)
        {
            return new JsonTapeReader(document, parser.Tape).TryRead(out _);
        }

        if (document.StartsWith("---"u8))
        {
            // Markers that are right have been taken away.
            throw new YamlException("kubectl does not read a line that begins with --- and goes on", "leave --- alone on its line, and write the rest on the next", line: 1, column: 1);
        }

        parser.Input.Load(document, endsLine: document is not [.., (byte)'\n']);
        return parser.ReadOne();
    }
}

using Rampart.Plan.Configuration;
using Rampart.Plan.Yaml;

namespace Rampart.Plan.ManifestFiles;

/// <summary>The bytes of a file, and the document of it that was asked about last.</summary>
/// <param name="name">The file as the user names it.</param>
/// <param name="bytes">UTF-8 without a byte order mark.</param>
internal sealed class ManifestText(string name, byte[] bytes)
{
    private (DocumentSlice Slice, YamlNode? Root) _last;

    public string Name => name;

    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Reads a document onto the tape of a parser. Its lines are counted from its own start.</summary>
    /// <param name="slice">Where it stands.</param>
    /// <param name="parser">The parser; JSON is only written on its tape.</param>
    /// <returns>False when it is empty.</returns>
    /// <exception cref="YamlException">It is not what the slice says.</exception>
    public bool Read(DocumentSlice slice, YamlParser parser)
    {
        ReadOnlySpan<byte> document = bytes.AsSpan(slice.Offset, slice.Length);
        if (slice.IsJson)
        {
            return new JsonTapeReader(document, parser.Tape).TryRead(out _);
        }

        parser.Input.Load(document);
        return parser.ReadOne();
    }

    /// <summary>The line of the file on which a field stands, or the nearest field around it.</summary>
    /// <param name="slice">The document.</param>
    /// <param name="path">The path, with the dot or bracket that it starts with.</param>
    public int FindLine(DocumentSlice slice, string path)
    {
        if (_last.Root is null || _last.Slice != slice)
        {
            YamlParser parser = new(new YamlTape(), YamlSchema.Yaml11);
            Read(slice, parser);
            _last = (slice, new YamlTree(parser.Tape, YamlSchema.Yaml11).Build(0));
        }

        YamlNode root = _last.Root;
        SourceLocation found = ConfigLocator.Find(new ConfigEntry("", root, SourceLocation.Of(name, root)), path);
        return found.Line + slice.FirstLine - 1;
    }
}

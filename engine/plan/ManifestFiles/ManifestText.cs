using Rampart.Plan.Configuration;
using Rampart.Yaml;

namespace Rampart.Plan.ManifestFiles;

/// <summary>The text of a file, for those who ask on which line something stands.</summary>
internal sealed class ManifestText
{
    private readonly Lazy<byte[]?> _bytes;
    private DocumentSlice? _lastSlice;
    private YamlNode? _lastRoot;

    /// <summary>A text that stays in memory.</summary>
    /// <param name="name">The file as the user names it.</param>
    /// <param name="bytes">UTF-8 without a byte order mark.</param>
    public ManifestText(string name, byte[] bytes)
    {
        Name = name;
        _bytes = new Lazy<byte[]?>(bytes);
    }

    /// <summary>A text that is read again when somebody asks first.</summary>
    /// <param name="name">The file as the user names it.</param>
    /// <param name="readAgain">Gives UTF-8 without a byte order mark; null when that is not what it was any more.</param>
    public ManifestText(string name, Func<byte[]?> readAgain)
    {
        Name = name;
        _bytes = new Lazy<byte[]?>(readAgain);
    }

    public string Name { get; }

    /// <summary>The line of the file on which a field stands, or the nearest field around it; 0 when the text is lost.</summary>
    /// <param name="slice">The document.</param>
    /// <param name="path">The path, with the dot or bracket that it starts with.</param>
    public int FindLine(DocumentSlice slice, string path)
    {
        if (_bytes.Value is not { } bytes)
        {
            return 0;
        }

        if (_lastRoot is null || _lastSlice != slice)
        {
            _lastRoot = ReadTree(bytes.AsSpan(slice.Offset, slice.Length), slice.IsJson);
            _lastSlice = slice;
        }

        if (_lastRoot is not { } root)
        {
            return 0;
        }

        SourceLocation found = ConfigLocator.Find(new ConfigEntry("", root, SourceLocation.Of(Name, root)), path);
        return found.Line + slice.FirstLine - 1;
    }

    // Null where a file that is read again has something else now.
    private static YamlNode? ReadTree(ReadOnlySpan<byte> document, bool isJson)
    {
        YamlParser parser = new(new YamlTape(), YamlSchema.Yaml11);
        try
        {
            return DocumentReader.Read(document, isJson, parser) ? new YamlTree(parser.Tape, YamlSchema.Yaml11).Build(0) : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }
}

using Rampart.Plan.Configuration;
using Rampart.Plan.Yaml;

namespace Rampart.Plan.ManifestFiles;

/// <summary>The bytes of a file, and the document of it that was read last.</summary>
/// <param name="name">The file as the user names it.</param>
/// <param name="bytes">UTF-8 without a byte order mark.</param>
internal sealed class ManifestText(string name, byte[] bytes)
{
    private readonly TextPool _pool = new();
    private (DocumentSlice Slice, YamlNode? Root) _last;

    public string Name => name;

    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Reads a document of YAML; null when it is empty. Its lines are counted from its own start.</summary>
    /// <exception cref="YamlException">It is not YAML.</exception>
    /// <param name="slice">Where it stands.</param>
    /// <param name="pool">Holds the words of other documents.</param>
    public YamlNode? Read(DocumentSlice slice, TextPool pool)
    {
        if (!slice.IsJson)
        {
            return YamlReader.ReadOne(bytes.AsSpan(slice.Offset, slice.Length), YamlSchema.Yaml11, pool);
        }

        JsonNodeReader reader = new(bytes.AsSpan(slice.Offset, slice.Length));
        reader.TryRead(out YamlNode? node, out _);
        return node;
    }

    /// <summary>The line of the file on which a field stands, or the nearest field around it.</summary>
    /// <param name="slice">The document.</param>
    /// <param name="path">The path, with the dot or bracket that it starts with.</param>
    public int FindLine(DocumentSlice slice, string path)
    {
        if (_last.Root is null || _last.Slice != slice)
        {
            _last = (slice, Read(slice, _pool));
        }

        YamlNode root = _last.Root!;
        SourceLocation found = ConfigLocator.Find(new ConfigEntry("", root, SourceLocation.Of(name, root)), path);
        return found.Line + slice.FirstLine - 1;
    }
}

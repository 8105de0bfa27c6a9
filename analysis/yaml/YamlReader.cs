namespace Rampart.Yaml;

/// <summary>
/// Reads YAML into trees. The language is what Go's YAML libraries accept, since Pulumi and Kubernetes read with them:
/// block and flow collections, all scalar styles, anchors, aliases, merge keys, tags and several documents. Two things
/// are stricter: keys are scalars, and no key is in a mapping twice. <see cref="YamlSchema"/> tells where the libraries differ.
/// </summary>
/// <remarks>
/// The reader is written for this program instead of taken from a package because it runs at every start. For two small
/// files a cold process spends 35 ms on YamlDotNet's parser and 12 ms on this one; compiled ahead of time, 20 ms and 2 ms.
/// </remarks>
public static class YamlReader
{
    /// <summary>How deep lists and mappings can be nested, aliases included.</summary>
    public const int MaxDepth = 512;

    /// <summary>How many nodes all aliases of a document can stand for together.</summary>
    public const int MaxAliasedNodes = 1_000_000;

    /// <summary>Reads the only document of a file.</summary>
    /// <param name="file">UTF-8, or UTF-16 with a byte order mark.</param>
    /// <param name="schema">Which plain words are not strings.</param>
    /// <returns>The root; null when there is no document.</returns>
    /// <exception cref="YamlException">The file is not YAML, passes a bound, or has a second document.</exception>
    public static YamlNode? ReadOne(ReadOnlySpan<byte> file, YamlSchema schema = YamlSchema.Yaml12)
    {
        YamlParser parser = new(new YamlTape(), schema);
        parser.Input.Load(file);
        return ReadOne(parser, schema);
    }

    /// <inheritdoc cref="ReadOne(ReadOnlySpan{byte}, YamlSchema)"/>
    /// <param name="text">The text.</param>
    /// <param name="schema">Which plain words are not strings.</param>
    public static YamlNode? ReadOne(string text, YamlSchema schema = YamlSchema.Yaml12)
    {
        YamlParser parser = new(new YamlTape(), schema);
        parser.Input.Load(text);
        return ReadOne(parser, schema);
    }

    /// <summary>Reads all documents of a file.</summary>
    /// <param name="file">UTF-8, or UTF-16 with a byte order mark.</param>
    /// <param name="schema">Which plain words are not strings.</param>
    /// <returns>The roots in their order; a document without content is an empty plain scalar.</returns>
    /// <exception cref="YamlException">The file is not YAML or passes a bound.</exception>
    public static IReadOnlyList<YamlNode> ReadAll(ReadOnlySpan<byte> file, YamlSchema schema = YamlSchema.Yaml12)
    {
        YamlParser parser = new(new YamlTape(), schema);
        parser.Input.Load(file);
        return ReadAll(parser, schema);
    }

    /// <inheritdoc cref="ReadAll(ReadOnlySpan{byte}, YamlSchema)"/>
    /// <param name="text">The text.</param>
    /// <param name="schema">Which plain words are not strings.</param>
    public static IReadOnlyList<YamlNode> ReadAll(string text, YamlSchema schema = YamlSchema.Yaml12)
    {
        YamlParser parser = new(new YamlTape(), schema);
        parser.Input.Load(text);
        return ReadAll(parser, schema);
    }

    private static YamlNode? ReadOne(YamlParser parser, YamlSchema schema) =>
        parser.ReadOne() ? new YamlTree(parser.Tape, schema).Build(0) : null;

    private static List<YamlNode> ReadAll(YamlParser parser, YamlSchema schema)
    {
        List<int> roots = parser.ReadAll();
        return roots.ConvertAll(new YamlTree(parser.Tape, schema).Build);
    }
}

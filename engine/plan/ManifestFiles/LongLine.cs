using Rampart.Yaml;

namespace Rampart.Plan.ManifestFiles;

/// <summary>
/// Refuses what no object can hold before it takes many times its length in memory. The API server takes no request beyond 3 MiB, which
/// in YAML, with an escape for each character, is a line of less than 8 MiB.
/// </summary>
internal static class LongLine
{
    /// <summary>Most bytes of a line of YAML, and of a text in JSON, where a line may be the whole file.</summary>
    public const int MostBytes = 8 << 20;

    private const string Fix = "give what a cluster can take: an object of no more than 3 MiB";

    /// <summary>Looks for a line that is too long. A look at one place in each 8 MiB is enough for that.</summary>
    /// <param name="text">UTF-8, from the start of a line.</param>
    /// <param name="firstLine">The line on which the text begins.</param>
    /// <exception cref="YamlException">There is one.</exception>
    public static void Refuse(ReadOnlySpan<byte> text, int firstLine)
    {
        int start = 0;
        while (text.Length - start > MostBytes)
        {
            int length = text.Slice(start, MostBytes + 1).LastIndexOf((byte)'\n');
            if (length < 0)
            {
                throw new YamlException("the line is longer than 8 MiB", Fix, firstLine + text[..start].Count((byte)'\n'), column: 1);
            }

            start += length + 1;
        }
    }

    /// <summary>Refuses a text in JSON that is too long.</summary>
    /// <param name="length">Its bytes.</param>
    /// <param name="position">Where it stands.</param>
    /// <exception cref="YamlException">It is.</exception>
    public static void RefuseText(int length, YamlPosition position)
    {
        if (length > MostBytes)
        {
            throw new YamlException("the text is longer than 8 MiB", Fix, position.Line, position.Column);
        }
    }
}

using System.Buffers;
using Rampart.Yaml;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Some documents of a file that stand one behind the other.</summary>
/// <param name="Bytes">Where they are.</param>
/// <param name="Offset">The bytes of the file before <paramref name="Bytes"/>.</param>
/// <param name="Slices">The documents, by their places in the file.</param>
/// <param name="IsRented">Whether the bytes are of the shared pool.</param>
internal sealed record ManifestBlock(byte[] Bytes, int Offset, IReadOnlyList<DocumentSlice> Slices, bool IsRented)
{
    private const int SmallestRead = 256 * 1024;

    // Few enough to spread over processors, many enough that starting a block costs nothing beside it.
    private const int DocumentsAtATime = 128;

    /// <summary>The bytes of a document.</summary>
    public ReadOnlySpan<byte> this[DocumentSlice slice] => Bytes.AsSpan(slice.Offset - Offset, slice.Length);

    /// <summary>Gives rented bytes back.</summary>
    public void Release()
    {
        if (IsRented)
        {
            ArrayPool<byte>.Shared.Return(Bytes);
        }
    }

    /// <summary>The documents of a text that is in memory, in blocks of some documents each.</summary>
    /// <param name="text">UTF-8 without a byte order mark.</param>
    /// <param name="isOne">Whether the text is one document, whatever is in it.</param>
    public static List<ManifestBlock> Of(byte[] text, bool isOne)
    {
        List<DocumentSlice> slices = isOne ? [new DocumentSlice(0, text.Length, 1)] : DocumentSplitter.Split(text);
        List<ManifestBlock> blocks = [];
        for (int start = 0; start < slices.Count; start += DocumentsAtATime)
        {
            blocks.Add(new ManifestBlock(text, 0, slices.GetRange(start, Math.Min(DocumentsAtATime, slices.Count - start)), IsRented: false));
        }

        return blocks;
    }

    /// <summary>Reads the documents of a stream, which is never in memory as a whole unless it is one document.</summary>
    /// <param name="stream">UTF-8, behind its byte order mark.</param>
    /// <returns>The blocks, to be released by whoever gets them.</returns>
    /// <exception cref="YamlException">A line is too long; blocks before it have been given.</exception>
    public static IEnumerable<ManifestBlock> Read(Stream stream)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(SmallestRead);
        int count = 0, offset = 0, line = 1;
        while (true)
        {
            int read = stream.ReadAtLeast(bytes.AsSpan(count), bytes.Length - count, throwOnEndOfStream: false);
            bool isWhole = read < bytes.Length - count;
            count += read;
            List<DocumentSlice> slices = [];
            int rest = DocumentSplitter.Split(bytes.AsSpan(0, count), isWhole, offset, ref line, slices);
            if (isWhole)
            {
                yield return new ManifestBlock(bytes, offset, slices, IsRented: true);
                yield break;
            }

            // What is left is the start of a document. Where it fills its block the next one is larger.
            int left = count - rest;
            LongLine.Refuse(bytes.AsSpan(rest, left), line);
            byte[] next = ArrayPool<byte>.Shared.Rent(Math.Max(SmallestRead, 2 * left));
            bytes.AsSpan(rest, left).CopyTo(next);
            yield return new ManifestBlock(bytes, offset, slices, IsRented: true);
            (bytes, count, offset) = (next, left, checked(offset + rest));
        }
    }
}

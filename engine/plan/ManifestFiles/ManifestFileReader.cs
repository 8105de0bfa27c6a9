using System.Text;
using Rampart.Plan.Files;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;
using Rampart.Yaml;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Reads the objects of a file: YAML with the meanings that Kubernetes gives it, or JSON.</summary>
/// <param name="name">The file as the user names it.</param>
internal sealed class ManifestFileReader(string name)
{
    // A smaller file is read at once, by one thread.
    private const int LargeFile = 1 << 20;

    // Enough to see what kind of text it is.
    private const int LongestStart = 4096;

    private readonly List<KubernetesObject> _objects = [];
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>The objects, in the order of the documents.</summary>
    public IReadOnlyList<KubernetesObject> Objects => _objects;

    /// <summary>What is wrong with the file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Whether reading a file takes long enough to be done by several threads.</summary>
    public static bool IsLarge(string path) => new FileInfo(path).Length >= LargeFile;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public void ReadFile(string path)
    {
        if (InputFile.IsStream(path))
        {
            Read(InputFile.ReadAllBytes(path));
            return;
        }

        using FileStream stream = InputFile.Open(path);
        if (stream.Length < LargeFile)
        {
            Read(InputFile.ReadToEnd(stream));
            return;
        }

        byte[] start = new byte[LongestStart];
        int count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        int mark = start.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (IsJsonName || IsUtf16(start) || FirstMark(start.AsSpan(mark, count - mark)) is 0 or (byte)'{' or (byte)'[')
        {
            stream.Position = 0;
            Read(InputFile.ReadToEnd(stream));
            return;
        }

        long length = stream.Length;

        stream.Position = mark;
        DateTime written = File.GetLastWriteTimeUtc(path);
        ReadBlocks(ManifestBlock.Read(stream), new ManifestText(name, () => ReadAgain(path, length, written, mark)), notJson: null);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="bytes">What the file holds.</param>
    public void Read(byte[] bytes)
    {
        if (!TryToUtf8(bytes, out byte[] utf8))
        {
            _diagnostics.Add(new Diagnostic(ManifestDiagnosticIds.BrokenYaml, DiagnosticSeverity.Error, name, "", "the bytes are not the UTF-16 that the file begins with", "save the file as UTF-8") { Line = 1, Column = 1 });
            return;
        }

        ManifestText text = new(name, utf8);
        YamlException? notJson = null;
        if ((IsJsonName || LooksLikeJson(bytes)) && TryReadJson(utf8, text, out notJson))
        {
            return;
        }

        if (IsJsonName)
        {
            _diagnostics.Add(DiagnosticOf(ManifestDiagnosticIds.BrokenJson, notJson!, lineShift: 0));
        }
        else if (HasShortLines(utf8, notJson))
        {
            ReadBlocks(ManifestBlock.Of(utf8, isOne: IsUtf16(bytes)), text, notJson);
        }
    }

    private bool IsJsonName => name.EndsWith(".json", StringComparison.Ordinal);

    private bool HasShortLines(byte[] utf8, YamlException? notJson)
    {
        try
        {
            LongLine.Refuse(utf8, firstLine: 1);
            return true;
        }
        catch (YamlException exception)
        {
            _diagnostics.Add(notJson is null ? DiagnosticOf(ManifestDiagnosticIds.BrokenYaml, exception, lineShift: 0) : DiagnosticOf(ManifestDiagnosticIds.BrokenJson, notJson, lineShift: 0));
            return false;
        }
    }

    // The bytes as they were, so that lines are right; null when they are not there any more.
    private static byte[]? ReadAgain(string path, long length, DateTime written, int mark)
    {
        try
        {
            byte[] bytes = InputFile.ReadAllBytes(path);
            return bytes.LongLength != length || File.GetLastWriteTimeUtc(path) != written ? null
                : mark == 0 ? bytes
                : bytes[mark..];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private bool TryReadJson(byte[] bytes, ManifestText text, out YamlException? problem)
    {
        Part part = new();
        DocumentReader documents = DocumentReader.Take();
        ObjectReader reader = new(text, documents.Values, part.Objects, part.Diagnostics);
        problem = null;
        try
        {
            JsonTapeReader json = new(bytes, documents.Tape);
            while (json.TryRead(out DocumentSlice? slice))
            {
                ReadJsonValue(reader, slice, part);
            }
        }
        catch (YamlException exception)
        {
            problem = exception;
            return false;
        }
        finally
        {
            documents.Return();
        }

        Add(part);
        return true;
    }

    // What is wrong with a value does not make its text something else than JSON.
    private void ReadJsonValue(ObjectReader reader, DocumentSlice slice, Part part)
    {
        try
        {
            reader.Read(slice, lineShift: 0);
        }
        catch (YamlException exception)
        {
            part.Diagnostics.Add(DiagnosticOf(ManifestDiagnosticIds.BrokenJson, exception, lineShift: 0));
        }
    }

    // Documents do not depend on each other: blocks are read as they come, several at a time, and stand in their order.
    private void ReadBlocks(IEnumerable<ManifestBlock> blocks, ManifestText text, YamlException? notJson)
    {
        Queue<Task<Part>> parts = [];
        ManifestBlock? last = null;
        YamlException? end = null;
        try
        {
            foreach (ManifestBlock block in blocks)
            {
                if (last is { } previous)
                {
                    parts.Enqueue(Task.Run(() => ReadBlock(previous, text, notJson)));
                    while (parts.Count > 2 * Environment.ProcessorCount)
                    {
                        Add(parts.Dequeue().GetAwaiter().GetResult());
                    }
                }

                last = block;
            }
        }
        catch (YamlException exception)
        {
            end = exception;
        }

        // The last one here, while others are read. Where it is the only one there are no threads.
        Part? ofLast = last is null ? null : ReadBlock(last, text, notJson);
        while (parts.TryDequeue(out Task<Part>? part))
        {
            Add(part.GetAwaiter().GetResult());
        }

        if (ofLast is not null)
        {
            Add(ofLast);
        }

        if (end is not null)
        {
            _diagnostics.Add(DiagnosticOf(ManifestDiagnosticIds.BrokenYaml, end, lineShift: 0));
        }
    }

    private Part ReadBlock(ManifestBlock block, ManifestText text, YamlException? notJson)
    {
        Part part = new();
        DocumentReader documents = DocumentReader.Take();
        ObjectReader reader = new(text, documents.Values, part.Objects, part.Diagnostics);
        foreach (DocumentSlice slice in block.Slices)
        {
            int lineShift = slice.FirstLine - 1;
            try
            {
                if (documents.Read(block[slice], isJson: false))
                {
                    reader.Read(slice, lineShift);
                }
            }
            catch (YamlException exception)
            {
                // What begins with a brace is YAML or JSON: the mistake that comes later in the text is the one.
                bool isJson = notJson is not null && (notJson.Line, notJson.Column).CompareTo((exception.Line + lineShift, exception.Column)) > 0;
                part.Diagnostics.Add(isJson
                    ? DiagnosticOf(ManifestDiagnosticIds.BrokenJson, notJson!, lineShift: 0)
                    : DiagnosticOf(ManifestDiagnosticIds.BrokenYaml, IsTemplate(block[slice]) ? TemplateProblem(exception) : exception, lineShift));
                if (isJson)
                {
                    break;
                }
            }
        }

        documents.Return();
        block.Release();
        return part;
    }

    private void Add(Part part)
    {
        _objects.AddRange(part.Objects);
        _diagnostics.AddRange(part.Diagnostics);
    }

    private Diagnostic DiagnosticOf(string id, YamlException exception, int lineShift) =>
        new(id, DiagnosticSeverity.Error, name, "", exception.Problem, exception.Fix)
        {
            Line = exception.Line + lineShift,
            Column = exception.Column,
        };

    // What begins with a byte order mark does not look like JSON to kubectl, which then reads it as YAML; nor does it split UTF-16.
    private static bool LooksLikeJson(ReadOnlySpan<byte> text) => FirstMark(text) is (byte)'{' or (byte)'[';

    private static bool IsUtf16(ReadOnlySpan<byte> text) => text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    // The first character that is no blank; 0 for none.
    private static byte FirstMark(ReadOnlySpan<byte> text)
    {
        foreach (byte character in text)
        {
            if (character is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return character;
            }
        }

        return 0;
    }

    private static bool IsTemplate(ReadOnlySpan<byte> document) => document.IndexOf("{{"u8) >= 0;

    private static YamlException TemplateProblem(YamlException exception) =>
        new($"this looks like a template of Helm: {exception.Problem}", "give what `helm template` prints", exception.Line, exception.Column);

    private static bool TryToUtf8(byte[] bytes, out byte[] utf8)
    {
        Encoding? encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => null,
        };
        utf8 = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        if (encoding is null)
        {
            return true;
        }

        try
        {
            utf8 = Encoding.UTF8.GetBytes(encoding.GetString(bytes, 2, bytes.Length - 2));
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // What some documents hold.
    private sealed class Part
    {
        public List<KubernetesObject> Objects { get; } = [];

        public List<Diagnostic> Diagnostics { get; } = [];
    }
}

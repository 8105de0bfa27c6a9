using System.Text;
using Rampart.Plan.Yaml;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Reads the objects of files, one after the other: YAML with the meanings that Kubernetes gives it, or JSON.</summary>
internal sealed class ManifestFileReader(List<KubernetesObject> objects, List<Diagnostic> diagnostics)
{
    // Few enough to spread over processors, many enough that starting a batch costs nothing beside it.
    private const int BatchSize = 128;

    private readonly DocumentReader _documents = new();

    /// <summary>Reads a file.</summary>
    /// <param name="name">The file as the user names it.</param>
    /// <param name="bytes">What it holds.</param>
    public void Read(string name, byte[] bytes)
    {
        if (!TryToUtf8(bytes, out byte[] utf8))
        {
            diagnostics.Add(new Diagnostic(ManifestDiagnosticIds.BrokenYaml, DiagnosticSeverity.Error, name, "", "the bytes are not the UTF-16 that the file begins with", "save the file as UTF-8") { Line = 1, Column = 1 });
            return;
        }

        ManifestText text = new(name, utf8);
        bool isJson = name.EndsWith(".json", StringComparison.Ordinal);
        YamlException? notJson = null;
        if ((isJson || LooksLikeJson(text.Bytes)) && TryReadJson(text, out notJson))
        {
            return;
        }

        if (isJson)
        {
            diagnostics.Add(DiagnosticOf(ManifestDiagnosticIds.BrokenJson, text, notJson!, lineShift: 0));
        }
        else
        {
            ReadYaml(text, notJson);
        }
    }

    private bool TryReadJson(ManifestText text, out YamlException? problem)
    {
        List<KubernetesObject> found = [];
        List<Diagnostic> wrong = [];
        ObjectReader reader = new(text, _documents.Values, found, wrong);
        problem = null;
        try
        {
            JsonTapeReader json = new(text.Bytes, _documents.Parser.Tape);
            while (json.TryRead(out DocumentSlice slice))
            {
                reader.Read(slice, lineShift: 0);
            }
        }
        catch (YamlException exception)
        {
            problem = exception;
            return false;
        }

        objects.AddRange(found);
        diagnostics.AddRange(wrong);
        return true;
    }

    private void ReadYaml(ManifestText text, YamlException? notJson)
    {
        List<DocumentSlice> slices = DocumentSplitter.Split(text.Bytes);
        if (slices.Count <= BatchSize)
        {
            ReadYaml(text, slices, notJson, _documents, objects, diagnostics);
            return;
        }

        // Documents do not depend on each other; batches keep the order. A thread reads all its batches with one reader.
        int batches = (slices.Count + BatchSize - 1) / BatchSize;
        List<KubernetesObject>[] found = new List<KubernetesObject>[batches];
        List<Diagnostic>[] wrong = new List<Diagnostic>[batches];
        Parallel.For(0, batches, static () => new DocumentReader(), (batch, _, documents) =>
        {
            int start = batch * BatchSize;
            (found[batch], wrong[batch]) = ([], []);
            ReadYaml(text, slices.GetRange(start, Math.Min(BatchSize, slices.Count - start)), notJson, documents, found[batch], wrong[batch]);
            return documents;
        }, static _ => { });
        for (int i = 0; i < batches; i++)
        {
            objects.AddRange(found[i]);
            diagnostics.AddRange(wrong[i]);
        }
    }

    private static void ReadYaml(
        ManifestText text, List<DocumentSlice> slices, YamlException? notJson, DocumentReader documents, List<KubernetesObject> objects, List<Diagnostic> diagnostics)
    {
        ObjectReader reader = new(text, documents.Values, objects, diagnostics);
        foreach (DocumentSlice slice in slices)
        {
            int lineShift = slice.FirstLine - 1;
            try
            {
                if (text.Read(slice, documents.Parser))
                {
                    reader.Read(slice, lineShift);
                }
            }
            catch (YamlException exception)
            {
                // What begins with a brace is YAML or JSON: the mistake that comes later in the text is the one.
                bool isJson = notJson is not null && (notJson.Line, notJson.Column).CompareTo((exception.Line + lineShift, exception.Column)) > 0;
                diagnostics.Add(isJson
                    ? DiagnosticOf(ManifestDiagnosticIds.BrokenJson, text, notJson!, lineShift: 0)
                    : DiagnosticOf(ManifestDiagnosticIds.BrokenYaml, text, IsTemplate(text, slice) ? TemplateProblem(exception) : exception, lineShift));
                if (isJson)
                {
                    return;
                }
            }
        }
    }

    private static Diagnostic DiagnosticOf(string id, ManifestText text, YamlException exception, int lineShift) =>
        new(id, DiagnosticSeverity.Error, text.Name, "", exception.Problem, exception.Fix)
        {
            Line = exception.Line + lineShift,
            Column = exception.Column,
        };

    private static bool LooksLikeJson(ReadOnlySpan<byte> text) =>
        text.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static bool IsTemplate(ManifestText text, DocumentSlice slice) => text.Bytes.Slice(slice.Offset, slice.Length).IndexOf("{{"u8) >= 0;

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
}

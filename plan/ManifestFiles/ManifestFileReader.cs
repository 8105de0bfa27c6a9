using System.Text;
using Rampart.Plan.Yaml;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Reads the objects of one file: YAML with the meanings that Kubernetes gives it, or JSON.</summary>
internal sealed class ManifestFileReader(List<KubernetesObject> objects, List<Diagnostic> diagnostics)
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">The file as the user names it.</param>
    /// <param name="bytes">What it holds.</param>
    public void Read(string name, byte[] bytes)
    {
        ManifestText text = new(name, ToUtf8(bytes));
        bool isJson = name.EndsWith(".json", StringComparison.Ordinal);
        YamlException? notJson = null;
        if ((isJson || LooksLikeJson(text.Bytes)) && TryReadJson(text, out notJson))
        {
            return;
        }

        if (isJson)
        {
            Report(ManifestDiagnosticIds.BrokenJson, text, notJson!, lineShift: 0);
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
        ObjectReader reader = new(text, found, wrong);
        problem = null;
        try
        {
            JsonNodeReader json = new(text.Bytes);
            while (json.TryRead(out YamlNode? root, out DocumentSlice slice))
            {
                reader.Read(slice, root, lineShift: 0);
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
        ObjectReader reader = new(text, objects, diagnostics);
        foreach (DocumentSlice slice in DocumentSplitter.Split(text.Bytes))
        {
            int lineShift = slice.FirstLine - 1;
            try
            {
                reader.Read(slice, text.Read(slice), lineShift);
            }
            catch (YamlException exception)
            {
                // What begins with a brace is YAML or JSON: the mistake that comes later in the text is the one.
                if (notJson is not null && (notJson.Line, notJson.Column).CompareTo((exception.Line + lineShift, exception.Column)) > 0)
                {
                    Report(ManifestDiagnosticIds.BrokenJson, text, notJson, lineShift: 0);
                    return;
                }

                Report(ManifestDiagnosticIds.BrokenYaml, text, exception, lineShift);
            }
        }
    }

    private void Report(string id, ManifestText text, YamlException exception, int lineShift) =>
        diagnostics.Add(new Diagnostic(id, DiagnosticSeverity.Error, text.Name, "", exception.Problem, exception.Fix)
        {
            Line = exception.Line + lineShift,
            Column = exception.Column,
        });

    private static bool LooksLikeJson(ReadOnlySpan<byte> text) =>
        text.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static byte[] ToUtf8(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2)),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)),
        _ => bytes,
    };
}

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
        YamlException? notJson = null;
        if (!LooksLikeJson(text.Bytes) || !TryReadJson(text, out notJson))
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
                // What begins with a brace is more likely JSON with a mistake than YAML with another.
                bool isJson = notJson is not null;
                YamlException told = notJson ?? exception;
                diagnostics.Add(new Diagnostic(
                    isJson ? ManifestDiagnosticIds.BrokenJson : ManifestDiagnosticIds.BrokenYaml, DiagnosticSeverity.Error, text.Name, "", told.Problem, told.Fix)
                {
                    Line = told.Line + (isJson ? 0 : lineShift),
                    Column = told.Column,
                });
                if (isJson)
                {
                    return;
                }
            }
        }
    }

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

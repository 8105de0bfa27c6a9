using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Microsoft.CodeAnalysis.Text;

namespace Pulumi.Generators.Discovery;

/// <summary>Reads the summaries of KubernetesClient's models from its XML documentation.</summary>
/// <remarks>
/// The compiler gives generators no documentation of referenced assemblies (dotnet/roslyn#23673), so the file is an
/// additional file of the project.
/// </remarks>
internal static class ClientDocumentationReader
{
    private const string ModelPrefix = "k8s.Models.";
    private const string MemberStart = "<member name=\"";
    private const string MemberEnd = "</member>";

    private static readonly XmlReaderSettings Fragment = new() { ConformanceLevel = ConformanceLevel.Fragment };

    /// <summary>The summaries by <c>Type</c> and <c>Type.Property</c>; lines separated by <c>\n</c>.</summary>
    public static ImmutableDictionary<string, string> Read(SourceText text, CancellationToken token)
    {
        ImmutableDictionary<string, string>.Builder summaries = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

        // Models are a twentieth of 25 MB: look for their members as text and leave XML to what they hold.
        string xml = text.ToString();
        for (int start = NextMember(xml, 0); start >= 0; start = NextMember(xml, start))
        {
            token.ThrowIfCancellationRequested();
            start += MemberStart.Length;
            char kind = xml[start];
            if (kind is not ('T' or 'P') || string.CompareOrdinal(xml, start + 2, ModelPrefix, 0, ModelPrefix.Length) != 0)
            {
                continue;
            }

            int name = start + 2 + ModelPrefix.Length;
            int nameEnd = xml.IndexOf('"', name);
            int content = xml.IndexOf('>', nameEnd) + 1;
            int end = xml.IndexOf(MemberEnd, content, StringComparison.Ordinal);
            summaries[xml.Substring(name, nameEnd - name)] = ReadSummary(xml.Substring(content, end - content));
        }

        return summaries.ToImmutable();
    }

    private static int NextMember(string xml, int start) => xml.IndexOf(MemberStart, start, StringComparison.Ordinal);

    private static string ReadSummary(string member)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(member), Fragment);
        if (!reader.ReadToFollowing("summary") || reader.IsEmptyElement)
        {
            return "";
        }

        StringBuilder summary = new();
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Name == "summary"))
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                summary.Append(reader.Value);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("cref") is string reference)
            {
                summary.Append(reference.Substring(reference.LastIndexOf('.') + 1));
            }
        }

        return Normalize(summary.ToString());
    }

    // The file indents every line and surrounds the text with line ends; inner empty lines separate paragraphs.
    private static string Normalize(string summary) =>
        string.Join("\n", summary.Replace("\r\n", "\n").Split('\n').Select(line => line.Trim())).Trim('\n');
}

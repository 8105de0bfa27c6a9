using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Rampart.Components.Configuration.Schema;

/// <summary>What the documentation of a member says, as plain text. It is read from the file that the compiler puts beside the assembly.</summary>
internal static class XmlDocumentation
{
    private const BindingFlags Constants = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<string, Dictionary<string, XElement>> Files = new(StringComparer.Ordinal);

    /// <summary>The summary; <see langword="null"/> when there is none, or for the types of an SDK.</summary>
    public static string? Of(MemberInfo member)
    {
        Assembly assembly = member.DeclaringType!.Assembly;
        if (assembly.GetName().Name!.StartsWith("Pulumi", StringComparison.Ordinal))
        {
            return null;
        }

        string name = $"{(member is PropertyInfo ? 'P' : 'F')}:{member.DeclaringType.FullName!.Replace('+', '.')}.{member.Name}";
        if (!Files.GetOrAdd(Path.ChangeExtension(assembly.Location, ".xml"), Read).TryGetValue(name, out XElement? summary))
        {
            return null;
        }

        StringBuilder text = new();
        Write(text, summary, assembly);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Dictionary<string, XElement> Read(string path)
    {
        Dictionary<string, XElement> summaries = new(StringComparer.Ordinal);
        if (File.Exists(path))
        {
            foreach (XElement member in XDocument.Load(path).Descendants("member"))
            {
                if (member.Element("summary") is { } summary)
                {
                    summaries[(string)member.Attribute("name")!] = summary;
                }
            }
        }

        return summaries;
    }

    private static void Write(StringBuilder text, XElement element, Assembly assembly)
    {
        foreach (XNode node in element.Nodes())
        {
            if (node is XText words)
            {
                text.Append(words.Value);
            }
            else if (node is XElement { Name.LocalName: "see" } reference)
            {
                text.Append((string?)reference.Attribute("langword") ?? Resolve((string?)reference.Attribute("cref") ?? "", assembly));
            }
            else if (node is XElement inner)
            {
                Write(text, inner, assembly);
            }
        }
    }

    // A constant is its value; another input is its setting, which has a small first letter.
    private static string Resolve(string reference, Assembly assembly)
    {
        int last = reference.LastIndexOf('.');
        string name = reference[(last + 1)..];
        object? value = reference.StartsWith("F:", StringComparison.Ordinal)
            ? assembly.GetType(reference[2..last])?.GetField(name, Constants)?.GetValue(null)
            : null;
        return value is null ? char.ToLowerInvariant(name[0]) + name[1..] : Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }
}

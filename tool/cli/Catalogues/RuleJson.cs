using System.Text.Json;
using Rampart.Cli.Texts;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;

namespace Rampart.Cli.Catalogues;

/// <summary>Writes rules and other diagnostics as JSON.</summary>
public static class RuleJson
{
    /// <summary>Writes entries as a list. All have the same members; what there is nothing to say for is an empty text or list, <c>checklist</c> is <c>null</c>.</summary>
    public static void Write(Stream stream, IReadOnlyList<CatalogueEntry> rules)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(rules);
        using (Utf8JsonWriter writer = new(stream, ReportJson.Options))
        {
            writer.WriteStartArray();
            foreach (CatalogueEntry rule in rules)
            {
                writer.WriteStartObject();
                writer.WriteString("id", rule.Id);
                writer.WriteString("name", rule.Name);
                writer.WriteString("category", rule.Category);
                writer.WriteString("severity", CheckTexts.Word(rule.Severity));
                writer.WriteString("summary", rule.Summary);
                writer.WriteString("allowed", rule.Allowed);
                writer.WriteString("fix", rule.Fix);
                writer.WriteString("guide", rule.Guide);
                writer.WriteString("checklist", rule.Point?.Title());
                WriteList(writer, "otherIds", rule.OtherIds);
                WriteList(writer, "cis", rule.Cis);
                WriteList(writer, "nsa", rule.Nsa);
                writer.WriteString("page", rule.Page);
                writer.WriteString("bad", rule.Bad);
                writer.WriteString("good", rule.Good);
                writer.WriteString("breaks", rule.Breaks);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<string> items)
    {
        writer.WriteStartArray(name);
        foreach (string item in items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }
}

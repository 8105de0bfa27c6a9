using System.Text.Json;
using Rampart.Cli.Texts;
using Rampart.Rules.Checklists;
using Rampart.Rules.Findings;

namespace Rampart.Cli.Catalogues;

/// <summary>Writes rules as JSON.</summary>
public static class RuleJson
{
    /// <summary>Writes rules as a list; a rule that is part of no point of the checklist has <c>null</c> there.</summary>
    public static void Write(Stream stream, IReadOnlyList<Rule> rules)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(rules);
        using (Utf8JsonWriter writer = new(stream, ReportJson.Options))
        {
            writer.WriteStartArray();
            foreach (Rule rule in rules)
            {
                writer.WriteStartObject();
                writer.WriteString("id", rule.Id);
                writer.WriteString("name", rule.Name);
                writer.WriteString("category", rule.Category.Title());
                writer.WriteString("severity", CheckTexts.Word(rule.Severity));
                writer.WriteString("summary", rule.Summary);
                writer.WriteString("allowed", rule.Allowed);
                writer.WriteString("fix", rule.Fix);
                writer.WriteString("guide", rule.Guide);
                if (rule.Point is { } point)
                {
                    writer.WriteString("checklist", point.Title());
                }
                else
                {
                    writer.WriteNull("checklist");
                }

                writer.WriteStartArray("otherIds");
                foreach (string id in rule.OtherIds)
                {
                    writer.WriteStringValue(id);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        stream.WriteByte((byte)'\n');
    }
}

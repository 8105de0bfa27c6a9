using Rampart.Cli.Texts;
using Rampart.Rules.Checklists;
using Rampart.Rules.Findings;

namespace Rampart.Cli.Catalogues;

/// <summary>Writes rules as Markdown, one heading for each number, so that links to a number work.</summary>
public static class RuleMarkdown
{
    /// <summary>Writes rules: a table, and a section for each.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Rule> rules)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(rules);
        output.WriteLine("| Rule | Name | Severity | Category |");
        output.WriteLine("|---|---|---|---|");
        foreach (Rule rule in rules)
        {
            output.WriteLine($"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {MarkdownText.Escape(rule.Name)} | {CheckTexts.Word(rule.Severity)} | {rule.Category.Title()} |");
        }

        foreach (Rule rule in rules)
        {
            output.WriteLine();
            output.WriteLine($"## {rule.Id}");
            output.WriteLine();
            output.WriteLine($"**{MarkdownText.Escape(rule.Name)}**");
            output.WriteLine();
            WriteBody(output, rule);
        }
    }

    /// <summary>Writes what a section says below its heading.</summary>
    public static void WriteBody(TextWriter output, Rule rule)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(rule);
        output.WriteLine(MarkdownText.Escape(rule.Summary));
        output.WriteLine();
        output.WriteLine($"- Category: {rule.Category.Title()}");
        output.WriteLine($"- Severity: {CheckTexts.Word(rule.Severity)}");
        output.WriteLine($"- Allowed: {MarkdownText.Escape(rule.Allowed)}");
        output.WriteLine($"- Fix: {MarkdownText.Escape(rule.Fix)}");
        WriteLine(output, "Guide", rule.Guide);
        WriteLine(output, "Checklist", rule.Point?.Title() ?? "");
        WriteLine(output, "Also known as", string.Join(", ", rule.OtherIds));
    }

    private static void WriteLine(TextWriter output, string name, string value)
    {
        if (value.Length > 0)
        {
            output.WriteLine($"- {name}: {MarkdownText.Escape(value)}");
        }
    }
}

using Rampart.Cli.Texts;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;

namespace Rampart.Cli.Catalogues;

/// <summary>Writes rules and other diagnostics as Markdown, one heading for each number, so that links to a number work.</summary>
public static class RuleMarkdown
{
    /// <summary>Writes rules: a table, and a section for each.</summary>
    public static void Write(TextWriter output, IReadOnlyList<CatalogueEntry> rules)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(rules);
        output.WriteLine("| Number | Name | Severity | Category |");
        output.WriteLine("|---|---|---|---|");
        foreach (CatalogueEntry rule in rules)
        {
            output.WriteLine($"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {MarkdownText.Escape(rule.Name)} | {Severity(rule)} | {rule.Category} |");
        }

        foreach (CatalogueEntry rule in rules)
        {
            output.WriteLine();
            output.WriteLine($"## {rule.Id}");
            output.WriteLine();
            if (rule.Name.Length > 0)
            {
                output.WriteLine($"**{MarkdownText.Escape(rule.Name)}**");
                output.WriteLine();
            }

            WriteBody(output, rule);
        }
    }

    /// <summary>Writes what a section says below its heading.</summary>
    public static void WriteBody(TextWriter output, CatalogueEntry rule)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(rule);
        output.WriteLine(MarkdownText.Escape(rule.Summary));
        output.WriteLine();
        output.WriteLine($"- Category: {rule.Category}");
        WriteLine(output, "Severity", rule.Severity is null ? "" : Severity(rule));
        WriteLine(output, "Allowed", rule.Allowed);
        WriteLine(output, "Fix", rule.Fix);
        WriteLine(output, "Guide", rule.Guide);
        WriteLine(output, "Checklist", rule.Point?.Title() ?? "");
        WriteLine(output, "Also known as", string.Join(", ", rule.OtherIds));
        WriteLine(output, "CIS Kubernetes Benchmark 1.8", string.Join(", ", rule.Cis));
        WriteLine(output, "NSA and CISA, Kubernetes Hardening Guidance 1.2", string.Join("; ", rule.Nsa));
        if (rule.Page.Length > 0)
        {
            output.WriteLine($"- More: <{rule.Page}>");
        }

        WriteLine(output, "What a fix may break", rule.Breaks);
        WriteExample(output, "Bad", rule.Bad);
        WriteExample(output, "Good", rule.Good);
    }

    private static string Severity(CatalogueEntry rule) => rule.Severity is null ? "retired" : CheckTexts.Word(rule.Severity);

    private static void WriteExample(TextWriter output, string title, string example)
    {
        if (example.Length > 0)
        {
            output.WriteLine();
            output.WriteLine($"{title}:");
            output.WriteLine();
            output.WriteLine("```yaml");
            output.WriteLine(example);
            output.WriteLine("```");
        }
    }

    private static void WriteLine(TextWriter output, string name, string value)
    {
        if (value.Length > 0)
        {
            output.WriteLine($"- {name}: {MarkdownText.Escape(value)}");
        }
    }
}

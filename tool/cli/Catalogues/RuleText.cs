using Rampart.Cli.Terminals;
using Rampart.Cli.Texts;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;

namespace Rampart.Cli.Catalogues;

/// <summary>Shows rules and other diagnostics to people.</summary>
public static class RuleText
{
    /// <summary>Writes rules: a line each, by category.</summary>
    public static void WriteList(TextWriter output, Palette palette, IReadOnlyList<CatalogueEntry> rules)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(palette);
        ArgumentNullException.ThrowIfNull(rules);
        int width = 0;
        foreach (CatalogueEntry rule in rules)
        {
            width = Math.Max(width, rule.Name.Length);
        }

        string? category = null;
        foreach (CatalogueEntry rule in rules)
        {
            if (rule.Category != category)
            {
                output.Write(category is null ? "" : "\n");
                output.WriteLine(palette.Bold(rule.Category));
                category = rule.Category;
            }

            output.WriteLine($"  {rule.Id}  {rule.Name.PadRight(width)}  {CheckTexts.Word(rule.Severity),-7}  {palette.Dim(rule.Summary)}");
        }
    }

    /// <summary>Writes all that is known of one entry.</summary>
    public static void WriteRule(TextWriter output, Palette palette, CatalogueEntry rule)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(palette);
        ArgumentNullException.ThrowIfNull(rule);
        output.WriteLine(palette.Bold(rule.ToString()));
        output.WriteLine($"  {rule.Summary}");
        WriteLine("category", rule.Category);
        WriteLine("severity", rule.Severity is null ? "" : CheckTexts.Word(rule.Severity));
        WriteLine("allowed", rule.Allowed);
        WriteLine("fix", rule.Fix);
        WriteLine("guide", rule.Guide);
        WriteLine("checklist", rule.Point?.Title() ?? "");
        WriteLine("also", string.Join(", ", rule.OtherIds));
        WriteLine("CIS", string.Join(", ", rule.Cis));
        WriteLine("NSA", string.Join("; ", rule.Nsa));
        WriteLine("page", rule.Page);
        WriteLine("may break", rule.Breaks);
        WriteExample("bad", rule.Bad);
        WriteExample("good", rule.Good);

        void WriteLine(string name, string value)
        {
            if (value.Length > 0)
            {
                output.WriteLine($"  {palette.Dim(name.PadRight(9))}  {value}");
            }
        }

        void WriteExample(string name, string example)
        {
            if (example.Length > 0)
            {
                output.WriteLine($"  {palette.Dim(name)}");
                foreach (string line in example.Split('\n'))
                {
                    output.WriteLine($"    {line}");
                }
            }
        }
    }
}

using Rampart.Cli.Terminals;
using Rampart.Cli.Texts;
using Rampart.Rules.Checklists;
using Rampart.Rules.Findings;

namespace Rampart.Cli.Catalogues;

/// <summary>Shows rules to people.</summary>
public static class RuleText
{
    /// <summary>Writes rules: a line each, by category.</summary>
    public static void WriteList(TextWriter output, Palette palette, IReadOnlyList<Rule> rules)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(palette);
        ArgumentNullException.ThrowIfNull(rules);
        int width = 0;
        foreach (Rule rule in rules)
        {
            width = Math.Max(width, rule.Name.Length);
        }

        RuleCategory? category = null;
        foreach (Rule rule in rules)
        {
            if (rule.Category != category)
            {
                output.Write(category is null ? "" : "\n");
                output.WriteLine(palette.Bold(rule.Category.Title()));
                category = rule.Category;
            }

            output.WriteLine($"  {rule.Id}  {rule.Name.PadRight(width)}  {CheckTexts.Word(rule.Severity),-7}  {palette.Dim(rule.Summary)}");
        }
    }

    /// <summary>Writes all that is known of one rule.</summary>
    public static void WriteRule(TextWriter output, Palette palette, Rule rule)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(palette);
        ArgumentNullException.ThrowIfNull(rule);
        output.WriteLine(palette.Bold(rule.ToString()));
        output.WriteLine($"  {rule.Summary}");
        WriteLine("category", rule.Category.Title());
        WriteLine("severity", CheckTexts.Word(rule.Severity));
        WriteLine("allowed", rule.Allowed);
        WriteLine("fix", rule.Fix);
        WriteLine("guide", rule.Guide);
        WriteLine("checklist", rule.Point?.Title() ?? "");
        WriteLine("also", string.Join(", ", rule.OtherIds));

        void WriteLine(string name, string value)
        {
            if (value.Length > 0)
            {
                output.WriteLine($"  {palette.Dim(name.PadRight(9))}  {value}");
            }
        }
    }
}

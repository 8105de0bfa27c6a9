using System.CommandLine;
using Rampart.Cli.Catalogues;
using Rampart.Cli.Terminals;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;

namespace Rampart.Cli.Commands;

/// <summary><c>rules [rule…]</c>: shows what <c>check</c> looks at.</summary>
public static class RulesCommand
{
    private const string Text = "text";
    private const string Json = "json";
    private const string Markdown = "markdown";

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        Argument<string[]> names = new("rule")
        {
            Description = "Rules by number or name. Default: all.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string> format = new("--format")
        {
            Description = "text, json or markdown.",
            DefaultValueFactory = static _ => Text,
        };
        format.AcceptOnlyFromAmong(Text, Json, Markdown);
        Command command = new("rules", "Lists the rules that `check` goes by: number, name, severity, what is allowed, how to fix it, other scanners' ids.");
        command.Arguments.Add(names);
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            string[] wanted = parsed.GetValue(names) ?? [];
            List<Rule>? rules = Find(wanted, parsed.InvocationConfiguration.Error);
            if (rules is null)
            {
                return ExitCodes.BadInput;
            }

            Write(parsed.InvocationConfiguration, parsed.GetValue(format), rules, isList: wanted.Length == 0);
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Write(InvocationConfiguration configuration, string? format, List<Rule> rules, bool isList)
    {
        if (format == Json)
        {
            ReportStream.Write(configuration, stream => RuleJson.Write(stream, rules));
            return;
        }

        ReportStream.WriteText(configuration, output =>
        {
            if (format == Markdown)
            {
                RuleMarkdown.Write(output, rules);
                return;
            }

            Palette palette = Palette.ForOutput(configuration.Output);
            if (isList)
            {
                RuleText.WriteList(output, palette, rules);
                return;
            }

            for (int i = 0; i < rules.Count; i++)
            {
                output.Write(i == 0 ? "" : "\n");
                RuleText.WriteRule(output, palette, rules[i]);
            }
        });
    }

    private static List<Rule>? Find(string[] wanted, TextWriter errors)
    {
        if (wanted.Length == 0)
        {
            return [.. RuleCatalogue.All];
        }

        List<Rule> rules = [];
        bool isSound = true;
        foreach (string name in wanted)
        {
            if (!RuleName.TryFind(name, out Rule? rule, out string? fix))
            {
                errors.WriteLine($"error: there is no rule {QuotedText.Of(name)}; {fix}");
                isSound = false;
            }
            else if (!rules.Contains(rule))
            {
                rules.Add(rule);
            }
        }

        return isSound ? rules : null;
    }
}

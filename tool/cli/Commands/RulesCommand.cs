using System.CommandLine;
using Rampart.Cli.Catalogues;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;

namespace Rampart.Cli.Commands;

/// <summary><c>rules [rule…]</c>: shows what <c>check</c> looks at.</summary>
public static class RulesCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        Argument<string[]> names = new("rule")
        {
            Description = "Rules by number or name. Default: all.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string> format = CatalogueFormat.CreateOption();
        Command command = new("rules", "Lists the rules that `check` goes by: number, name, severity, what is allowed, how to fix it, other scanners' ids.");
        command.Arguments.Add(names);
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            string[] wanted = parsed.GetValue(names) ?? [];
            List<CatalogueEntry>? rules = Find(wanted, parsed.InvocationConfiguration.Error);
            if (rules is null)
            {
                return ExitCodes.BadInput;
            }

            CatalogueFormat.Write(parsed.InvocationConfiguration, parsed.GetValue(format), rules, isList: wanted.Length == 0);
            return ExitCodes.Success;
        });
        return command;
    }

    private static List<CatalogueEntry>? Find(string[] wanted, TextWriter errors)
    {
        if (wanted.Length == 0)
        {
            return [.. DiagnosticCatalogue.All.Where(static entry => entry.Rule is not null)];
        }

        List<CatalogueEntry> rules = [];
        bool isSound = true;
        foreach (string name in wanted)
        {
            if (!RuleName.TryFind(name, out Rule? rule, out string? fix))
            {
                errors.WriteLine($"error: there is no rule {QuotedText.Of(name)}; {fix}");
                isSound = false;
            }
            else if (!rules.Exists(entry => entry.Rule == rule))
            {
                rules.Add(DiagnosticCatalogue.All.Single(entry => entry.Rule == rule));
            }
        }

        return isSound ? rules : null;
    }
}

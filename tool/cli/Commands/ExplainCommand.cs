using System.CommandLine;
using Rampart.Cli.Catalogues;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Cli.Commands;

/// <summary><c>explain id…</c>: tells what a number or name means, or what another scanner's id is called here.</summary>
public static class ExplainCommand
{
    private const string Usage = "give a number, a name, or the id of another scanner, e.g. RMP1017, run-as-non-root or CKV_K8S_22; `rules` lists all rules";

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        Argument<string[]> ids = new("id")
        {
            Description = "Numbers or names of diagnostics, or ids of other scanners, in any case: RMP7201, run-as-non-root, KSV-0014, checkov:CKV_K8S_22, C-0017, cis:5.2.7.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string> format = CatalogueFormat.CreateOption();
        Command command = new("explain", "Explains a diagnostic: what is wrong, why it matters, examples, how to fix it, what to take care of, other scanners' ids.");
        command.Arguments.Add(ids);
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            List<CatalogueEntry>? found = Find(parsed.GetValue(ids) ?? [], parsed.InvocationConfiguration.Error);
            if (found is null)
            {
                return ExitCodes.BadInput;
            }

            CatalogueFormat.Write(parsed.InvocationConfiguration, parsed.GetValue(format), found, isList: false);
            return ExitCodes.Success;
        });
        return command;
    }

    private static List<CatalogueEntry>? Find(string[] ids, TextWriter errors)
    {
        if (ids.Length == 0)
        {
            errors.WriteLine($"error: explain what? {Usage}");
            return null;
        }

        List<CatalogueEntry> found = [];
        bool isSound = true;
        foreach (string id in ids)
        {
            IReadOnlyList<CatalogueEntry> entries = DiagnosticCatalogue.Search(id);
            if (entries.Count == 0)
            {
                IReadOnlyList<string> meant = DiagnosticCatalogue.Suggest(id);
                errors.WriteLine($"error: nothing is called {QuotedText.Of(id)}; {(meant.Count == 0 ? Usage : $"did you mean {Listing.Or([.. meant.Select(static name => QuotedText.Of(name))])}?")}");
                isSound = false;
            }

            found.AddRange(entries.Where(entry => !found.Contains(entry)));
        }

        return isSound ? found : null;
    }
}

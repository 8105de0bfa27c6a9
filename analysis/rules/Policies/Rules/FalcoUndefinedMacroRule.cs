using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6502: macros that conditions name are defined.</summary>
internal sealed class FalcoUndefinedMacroRule()
    : FalcoRule("RMP6502", "falco-undefined-macro", DiagnosticSeverity.Info)
{
    public override string Summary => "A macro that a condition names is defined before it; otherwise Falco refuses the whole file.";

    public override string Allowed => "macros of these files, and of Falco's own";

    public override string Fix => "define the macro before the rule";

    protected override void Check(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        foreach (FalcoTerm term in item.Terms)
        {
            if (term.IsMacro && !documents.HasMacro(term.Values[0].Text) && !StockFalco.IsMacro(term.Values[0].Text))
            {
                string shown = Show(item, term.Values[0].Text);
                inspection.Broken(item.Object, item.PathOf("condition"), $"{item} needs the macro '{shown}', which is not defined here", shown);
            }
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6504: rules of Falco say which events they are about.</summary>
internal sealed class FalcoEventTypeRule()
    : FalcoRule("RMP6504", "falco-event-type", DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A rule says which events it is about; without evt.type it is evaluated for every event, which costs much and warns.";

    public override string Allowed => "evt.type in the condition, or a macro that has it";

    public override string Fix => "add evt.type in (…) to the condition";

    protected override void Check(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        if (!item.IsRule || item.Terms.Count == 0 || item.IsChange || item.Body["source"].Text is not ("" or "syscall") || item.Body["source"].IsUnknown)
        {
            return;
        }

        List<FalcoTerm> terms = [];
        bool isKnown = documents.Expand(item.Terms, terms);
        foreach (FalcoTerm term in terms)
        {
            if (term.IsMacro
                ? !documents.HasMacro(term.Values[0].Text) && StockFalco.NamesEvents(term.Values[0].Text)
                : term.Field.StartsWith("evt.type", StringComparison.Ordinal))
            {
                return;
            }
        }

        if (isKnown)
        {
            inspection.Broken(item.Object, item.PathOf("condition"), $"{item} does not say which events it is about");
        }
    }
}

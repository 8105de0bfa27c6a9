using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6503: conditions name fields that Falco has.</summary>
internal sealed class FalcoUnknownFieldRule()
    : FalcoRule("RMP6503", "falco-unknown-field", DiagnosticSeverity.Error)
{
    public override string Summary => "A condition names fields that Falco has; with any other, Falco refuses the whole file.";

    public override string Allowed => "the fields that falco --list prints";

    public override string Fix => "use fd.sip or fd.rip for the destination of a connection, and fd.sport or fd.rport for its port";

    protected override void Check(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        foreach (FalcoTerm term in item.Terms)
        {
            if (term.Field.StartsWith("fd.", StringComparison.Ordinal) && !StockFalco.IsFdField(term.Field))
            {
                string shown = Show(item, term.Field);
                inspection.Broken(item.Object, item.PathOf("condition"), $"{item} names the field {shown}, which Falco does not have", shown);
            }
        }
    }
}

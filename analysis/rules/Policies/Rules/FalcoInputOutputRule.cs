using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6505: rules of Falco do not wait for events that are not delivered.</summary>
internal sealed class FalcoInputOutputRule()
    : FalcoRule("RMP6505", "falco-input-output", DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A rule waits for events that Falco delivers; reads and writes are left out by default, so it would never see them.";

    public override string Allowed => "open, openat and openat2 with evt.is_open_write, or the macro open_write";

    public override string Fix => "use the macro open_write in place of write";

    protected override void Check(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        foreach (FalcoTerm term in item.Terms)
        {
            if (term is not { Field: "evt.type", AsksForOneOf: true })
            {
                continue;
            }

            foreach (FalcoOperand value in term.Values)
            {
                if (value.Text is "read" or "readv" or "pread" or "preadv" or "write" or "writev" or "pwrite" or "pwritev")
                {
                    string shown = Show(item, value.Text);
                    inspection.Broken(
                        item.Object, item.PathOf("condition"), $"{item} waits for the event {shown}, which Falco does not deliver by default", shown);
                }
            }
        }
    }
}

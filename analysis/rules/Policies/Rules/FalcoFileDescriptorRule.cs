using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6506: rules of Falco ask for fields that the event has.</summary>
internal sealed class FalcoFileDescriptorRule()
    : FalcoRule("RMP6506", "falco-file-descriptor", DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A rule about renamed and removed files asks for fs.path fields; these events have no file descriptor, so a condition on fd never holds.";

    public override string Allowed => "fs.path.name, fs.path.source and fs.path.target for rename, unlink and the like";

    public override string Fix => "write a rule of its own for these events, with fs.path.name";

    protected override void Check(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        bool asksForDescriptor = false;
        string? first = null;
        foreach (FalcoTerm term in item.Terms)
        {
            asksForDescriptor |= !term.IsNegated && term.Field is "fd.name" or "fd.directory" or "fd.filename" or "fd.num" or "fd.typechar" or "fd.type";
            if (term is { Field: "evt.type", AsksForOneOf: true })
            {
                foreach (FalcoOperand value in term.Values)
                {
                    first ??= HasNoDescriptor(value.Text) ? value.Text : null;
                }
            }
        }

        if (asksForDescriptor && first is not null)
        {
            string shown = Show(item, first);
            inspection.Broken(item.Object, item.PathOf("condition"), $"{item} asks for fields of fd, which the event {shown} does not have", shown);
        }
    }

    private static bool HasNoDescriptor(string type) =>
        type is "rename" or "renameat" or "renameat2" or "unlink" or "unlinkat" or "rmdir" or "mkdir" or "mkdirat" or "link" or "linkat" or "symlink" or "symlinkat";
}

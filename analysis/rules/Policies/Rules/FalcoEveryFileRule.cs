using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6510: rules of Falco say which files they are about.</summary>
internal sealed class FalcoEveryFileRule()
    : FalcoRule("RMP6510", "falco-every-file", DiagnosticSeverity.Info)
{
    public override string Summary =>
        "A rule about files says which ones; a name that starts with / is every file, among them those that the program always writes.";

    public override string Allowed => "directories in which nothing is to be written";

    public override string Fix => "leave the directories out that the program writes to, such as /tmp";

    protected override void Check(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        bool isNarrowed = false, isEverything = false;
        foreach (FalcoTerm term in item.Terms)
        {
            if (term.Field is "fd.name" or "fs.path.name" or "fd.directory")
            {
                bool isRoot = term is { Operator: "startswith", IsNegated: false } && term.Values is [{ Text: "/" }];
                isEverything |= isRoot;
                isNarrowed |= !isRoot;
            }
        }

        if (isEverything && !isNarrowed)
        {
            inspection.Broken(item.Object, item.PathOf("condition"), $"{item} is about every file, since all their names start with /", "/");
        }
    }
}

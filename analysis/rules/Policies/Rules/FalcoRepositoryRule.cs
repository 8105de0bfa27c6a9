using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6508: rules of Falco name repositories with their registry.</summary>
internal sealed class FalcoRepositoryRule()
    : FalcoRule("RMP6508", "falco-repository", DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A rule names an image repository with its registry, as containerd does; without it the rule never holds there.";

    public override string Allowed => "docker.io/authzed/spicedb, or endswith /authzed/spicedb, or k8s.ns.name";

    public override string Fix => "write the registry too, or compare k8s.ns.name and container.name";

    protected override void Check(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        foreach (FalcoTerm term in item.Terms)
        {
            if (term is not { Field: "container.image.repository", AsksForOneOf: true })
            {
                continue;
            }

            foreach (FalcoOperand value in term.Values)
            {
                // A word without a slash may be a list.
                if ((value.IsQuoted || value.Text.Contains('/')) && ImagePattern.NamesNoRegistry(value.Text) && !HasOtherForm(term, value.Text))
                {
                    string shown = Show(item, value.Text);
                    inspection.Broken(
                        item.Object, item.PathOf("condition"), $"{item} names the repository '{shown}' without its registry, which containerd does not", shown);
                }
            }
        }
    }

    private static bool HasOtherForm(FalcoTerm term, string repository)
    {
        foreach (FalcoOperand value in term.Values)
        {
            if (value.Text == ImagePattern.OtherForm(repository))
            {
                return true;
            }
        }

        return false;
    }
}

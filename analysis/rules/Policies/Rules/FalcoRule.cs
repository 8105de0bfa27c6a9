using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>A rule about one rule or macro of Falco at a time.</summary>
internal abstract class FalcoRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Policies, severity)
{
    public sealed override string Guide => "Falco Rules";

    internal sealed override void Check(Inspection inspection)
    {
        FalcoDocuments documents = FalcoDocuments.Of(inspection);
        for (int i = 0; i < documents.Items.Count; i++)
        {
            Check(documents.Items[i], documents, inspection);
        }
    }

    /// <summary>Looks at a rule, macro or list.</summary>
    protected abstract void Check(FalcoItem item, FalcoDocuments documents, Inspection inspection);

    /// <summary>A value for a message; a secret is not shown.</summary>
    private protected static string Show(FalcoItem item, string value) => item.Body["condition"].IsSecret ? Field.Secret : value;
}

using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>A rule about one Falco rule, macro or list at a time.</summary>
internal sealed class FalcoRule : Rule
{
    public FalcoRule(string id, string name, DiagnosticSeverity severity)
        : base(id, name, RuleCategory.Policies, severity) => Guide = "Falco Rules";

    /// <summary>Checks a rule, macro or list.</summary>
    public required Action<FalcoItem, FalcoDocuments, Inspection> Check { get; init; }

    internal override void Run(Inspection inspection)
    {
        FalcoDocuments documents = FalcoDocuments.Of(inspection.Facts);
        for (int i = 0; i < documents.Items.Count; i++)
        {
            Check(documents.Items[i], documents, inspection);
        }
    }

    /// <summary>A value for a message; a secret is not shown.</summary>
    public static string Show(FalcoItem item, string value) => item.Body["condition"].IsSecret ? Field.Secret : value;
}

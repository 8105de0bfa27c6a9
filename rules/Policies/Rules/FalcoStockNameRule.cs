using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6507: rules of Falco have names of their own.</summary>
internal sealed class FalcoStockNameRule()
    : FalcoRule("RMP6507", "falco-stock-name", DiagnosticSeverity.Warning)
{
    public override string Summary => "A rule has a name that none of Falco's own rules has; one with the same name takes the place of Falco's in the whole cluster.";

    public override string Allowed => "a name of your own, or override";

    public override string Fix => "rename the rule, e.g. with the workload's name in front";

    protected override void Check(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        if (item.IsRule && !item.IsChange && !item.Body["condition"].IsUnset && StockFalco.IsRule(item.Body["rule"].Text))
        {
            inspection.Broken(item.Object, item.PathOf("rule"), $"{item} takes the place of the rule of this name in Falco's own rules", item.Body["rule"].Shown);
        }
    }
}

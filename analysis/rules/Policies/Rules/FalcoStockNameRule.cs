using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6507: rules of Falco have names of their own.</summary>
internal sealed class FalcoStockNameRule()
    : Rule("RMP6507", "falco-stock-name", RuleCategory.Policies, DiagnosticSeverity.Warning)
{
    /// <summary>From this many on, and where others are fewer, a file is a copy of Falco's own.</summary>
    public const int LeastOfCopy = 10;

    public override string Summary =>
        "A rule has a name that none of Falco's own rules has; one with the same name takes the place of Falco's in the whole cluster.";

    public override string Allowed => "a name of your own, or override";

    public override string Fix => "rename the rule, e.g. with the workload's name in front";

    public override string Guide => "Falco Rules";

    internal override void Check(Inspection inspection)
    {
        Dictionary<(KubernetesObject Object, string Path), (List<FalcoItem> Stock, int Rules)> files = [];
        foreach (FalcoItem item in FalcoDocuments.Of(inspection).Items)
        {
            if (!item.IsRule || item.IsChange || item.Body["condition"].IsUnset)
            {
                continue;
            }

            (List<FalcoItem> stock, int rules) = files.GetValueOrDefault((item.Object, item.FilePath), ([], 0));
            if (StockFalco.IsRule(item.Body["rule"].Text))
            {
                stock.Add(item);
            }

            files[(item.Object, item.FilePath)] = (stock, rules + 1);
        }

        foreach (((KubernetesObject holder, string path), (List<FalcoItem> stock, int rules)) in files)
        {
            if (stock.Count >= LeastOfCopy && stock.Count * 2 > rules)
            {
                inspection.Broken(
                    holder,
                    path,
                    string.Create(CultureInfo.InvariantCulture, $"{stock.Count} of {rules} rules have the names of Falco's own rules and take their places, as in a copy of Falco's own rule file"),
                    fix: "leave Falco's own file out, and change its rules by override in a file of your own");
                continue;
            }

            foreach (FalcoItem item in stock)
            {
                inspection.Broken(item.Object, item.PathOf("rule"), $"{item} takes the place of the rule of this name in Falco's own rules", item.Body["rule"].Shown);
            }
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6105: Kyverno rules match by any or all.</summary>
internal sealed class KyvernoDirectMatchRule()
    : KyvernoPolicyRule("RMP6105", "kyverno-direct-match", DiagnosticSeverity.Warning)
{
    public override string Summary => "What a rule matches is said below any or all; resources right below match is a deprecated form.";

    public override string Allowed => "match.any or match.all";

    public override string Fix => "move resources into an item of match.any";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        FieldItems rules = RulesOf(item);
        for (int i = 0; i < rules.Count; i++)
        {
            CheckField(item, rules[i], i, "match", inspection);
            CheckField(item, rules[i], i, "exclude", inspection);
        }
    }

    private static void CheckField(KubernetesObject item, Field rule, int index, string name, Inspection inspection)
    {
        if (!rule[name].IsUnset && rule[name].Presence == Flag.True && !rule[name]["resources"].IsUnset)
        {
            inspection.Broken(item, PathOf(index, $"{name}.resources"), $"rule '{rule["name"].Shown}' has resources right below {name}, which is deprecated");
        }
    }
}

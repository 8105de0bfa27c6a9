using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>A rule about one policy of Kyverno's first kinds at a time: ClusterPolicy and Policy.</summary>
internal abstract class KyvernoPolicyRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Policies, severity)
{
    public override string Guide => "Kyverno Example";

    internal sealed override void Check(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind("kyverno.io", "ClusterPolicy"))
        {
            Check(item, inspection);
        }

        foreach (KubernetesObject item in inspection.Objects.OfKind("kyverno.io", "Policy"))
        {
            Check(item, inspection);
        }
    }

    /// <summary>Looks at a policy.</summary>
    protected abstract void Check(KubernetesObject item, Inspection inspection);

    /// <summary>The rules of a policy; none while they are not known.</summary>
    private protected static FieldItems RulesOf(KubernetesObject item)
    {
        _ = item.Spec["rules"].TryGetItems(out FieldItems rules);
        return rules;
    }

    /// <summary>The path of a field of one of the rules.</summary>
    private protected static string PathOf(int rule, string field) => string.Create(CultureInfo.InvariantCulture, $"spec.rules[{rule}].{field}");
}

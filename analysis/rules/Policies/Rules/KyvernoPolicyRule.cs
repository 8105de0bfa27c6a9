using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>A rule about one policy of Kyverno's first kinds at a time: ClusterPolicy and Policy.</summary>
internal sealed class KyvernoPolicyRule : Rule
{
    public KyvernoPolicyRule(string id, string name, DiagnosticSeverity severity)
        : base(id, name, RuleCategory.Policies, severity) => Guide = "Kyverno Example";

    /// <summary>Looks at a policy.</summary>
    public required Action<KubernetesObject, Inspection> Check { get; init; }

    internal override void Run(Inspection inspection)
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

    /// <summary>The rules of a policy; none while they are not known.</summary>
    public static FieldItems RulesOf(KubernetesObject item)
    {
        _ = item.Spec["rules"].TryGetItems(out FieldItems rules);
        return rules;
    }

    /// <summary>The path of a field of one of the rules.</summary>
    public static string PathOf(int rule, string field) => string.Create(CultureInfo.InvariantCulture, $"spec.rules[{rule}].{field}");
}

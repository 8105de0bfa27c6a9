using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>A rule about one Kyverno ClusterPolicy or Policy at a time.</summary>
internal sealed class KyvernoPolicyRule : Rule
{
    public KyvernoPolicyRule(string id, string name, DiagnosticSeverity severity)
        : base(id, name, RuleCategory.Policies, severity) => Guide = "Kyverno Example";

    /// <summary>Checks a policy.</summary>
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
    public static FieldAt.ItemsAt RulesOf(KubernetesObject item, Inspection inspection) => inspection.At(item)["spec"]["rules"].Items;
}

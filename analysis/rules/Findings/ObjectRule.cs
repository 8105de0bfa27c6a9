using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Findings;

/// <summary>A rule about one object of a kind at a time.</summary>
internal sealed class ObjectRule(string id, string name, RuleCategory category, DiagnosticSeverity severity, string ofGroup, string ofKind)
    : Rule(id, name, category, severity)
{
    /// <summary>Looks at an object.</summary>
    public required Action<KubernetesObject, Inspection> Check { get; init; }

    internal override RuleReach Reach => RuleReach.Object;

    internal override bool LooksAt(string group, string kind) => kind == ofKind && group == ofGroup;

    internal override void Run(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind(ofGroup, ofKind))
        {
            Check(item, inspection);
        }
    }

    internal override void RunOn(KubernetesObject item, Inspection inspection) => Check(item, inspection);
}

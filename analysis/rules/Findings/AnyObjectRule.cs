using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Findings;

/// <summary>A rule about one object at a time, of whatever kind.</summary>
internal sealed class AnyObjectRule(string id, string name, RuleCategory category, DiagnosticSeverity severity)
    : Rule(id, name, category, severity)
{
    /// <summary>Looks at an object.</summary>
    public required Action<KubernetesObject, Inspection> Check { get; init; }

    internal override RuleReach Reach => RuleReach.Object;

    internal override void Run(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.Objects)
        {
            Check(item, inspection);
        }
    }

    internal override void RunOn(KubernetesObject item, Inspection inspection) => Check(item, inspection);
}

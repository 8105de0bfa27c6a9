using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Catalogue;

/// <summary>A rule about one object at a time, of whatever kind.</summary>
internal abstract class AnyObjectRule(string id, string name, RuleCategory category, DiagnosticSeverity severity)
    : Rule(id, name, category, severity)
{
    internal sealed override RuleReach Reach => RuleReach.Object;

    internal sealed override void Check(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.Objects)
        {
            Check(item, inspection);
        }
    }

    internal sealed override void CheckObject(KubernetesObject item, Inspection inspection) => Check(item, inspection);

    /// <summary>Looks at an object.</summary>
    protected abstract void Check(KubernetesObject item, Inspection inspection);
}

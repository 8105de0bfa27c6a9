using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Catalogue;

/// <summary>A rule about one object of a kind at a time.</summary>
internal abstract class ObjectRule(string id, string name, RuleCategory category, DiagnosticSeverity severity, string ofGroup, string ofKind)
    : Rule(id, name, category, severity)
{
    internal sealed override RuleReach Reach => RuleReach.Object;

    internal sealed override bool LooksAt(string group, string kind) => kind == ofKind && group == ofGroup;

    internal sealed override void Check(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind(ofGroup, ofKind))
        {
            Check(item, inspection);
        }
    }

    internal sealed override void CheckObject(KubernetesObject item, Inspection inspection) => Check(item, inspection);

    /// <summary>Looks at an object.</summary>
    protected abstract void Check(KubernetesObject item, Inspection inspection);
}

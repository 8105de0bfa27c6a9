using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Catalogue;

/// <summary>A rule about one object of a kind at a time.</summary>
internal abstract class ObjectRule(string id, string name, RuleCategory category, DiagnosticSeverity severity, string group, string kind)
    : Rule(id, name, category, severity)
{
    internal sealed override void Check(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind(group, kind))
        {
            Check(item, inspection);
        }
    }

    /// <summary>Looks at an object.</summary>
    protected abstract void Check(KubernetesObject item, Inspection inspection);
}

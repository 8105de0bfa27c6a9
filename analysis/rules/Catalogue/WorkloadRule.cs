using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Catalogue;

/// <summary>A rule about one pod, or template of pods, at a time.</summary>
internal abstract class WorkloadRule(string id, string name, RuleCategory category, DiagnosticSeverity severity)
    : Rule(id, name, category, severity)
{
    internal sealed override RuleReach Reach => RuleReach.Workload;

    internal sealed override void Check(Inspection inspection)
    {
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            Check(workload, inspection);
        }
    }

    internal sealed override void CheckWorkload(Workload workload, Inspection inspection) => Check(workload, inspection);

    /// <summary>Looks at a workload.</summary>
    protected abstract void Check(Workload workload, Inspection inspection);
}

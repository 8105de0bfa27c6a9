using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Findings;

/// <summary>A rule about one pod, or template of pods, at a time.</summary>
internal sealed class WorkloadRule(string id, string name, RuleCategory category, DiagnosticSeverity severity)
    : Rule(id, name, category, severity)
{
    /// <summary>Looks at a workload.</summary>
    public required Action<Workload, Inspection> Check { get; init; }

    internal override RuleReach Reach => RuleReach.Workload;

    internal override void Run(Inspection inspection)
    {
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            Check(workload, inspection);
        }
    }

    internal override void RunOn(Workload workload, Inspection inspection) => Check(workload, inspection);
}

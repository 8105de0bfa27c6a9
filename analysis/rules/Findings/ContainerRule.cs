using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Findings;

/// <summary>A rule about one container at a time: init and ephemeral containers too.</summary>
internal sealed class ContainerRule(string id, string name, RuleCategory category, DiagnosticSeverity severity)
    : Rule(id, name, category, severity)
{
    /// <summary>Looks at a container.</summary>
    public required Action<Container, Inspection> Check { get; init; }

    internal override RuleReach Reach => RuleReach.Workload;

    internal override void Run(Inspection inspection)
    {
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            RunOn(workload, inspection);
        }
    }

    internal override void RunOn(Workload workload, Inspection inspection)
    {
        ContainerList containers = workload.Containers;
        for (int i = 0; i < containers.Count; i++)
        {
            Check(containers[i], inspection);
        }
    }
}

using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Catalogue;

/// <summary>A rule about one container at a time: init and ephemeral containers too.</summary>
internal abstract class ContainerRule(string id, string name, RuleCategory category, DiagnosticSeverity severity)
    : Rule(id, name, category, severity)
{
    internal sealed override RuleReach Reach => RuleReach.Workload;

    internal sealed override void Check(Inspection inspection)
    {
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            CheckWorkload(workload, inspection);
        }
    }

    internal sealed override void CheckWorkload(Workload workload, Inspection inspection)
    {
        ContainerList containers = workload.Containers;
        for (int i = 0; i < containers.Count; i++)
        {
            Check(containers[i], inspection);
        }
    }

    /// <summary>Looks at a container.</summary>
    protected abstract void Check(Container container, Inspection inspection);
}

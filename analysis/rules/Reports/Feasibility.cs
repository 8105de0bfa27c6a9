using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Resources;
using Rampart.Rules.Scheduling;

namespace Rampart.Rules.Reports;

/// <summary>Whether what is declared can run: the arithmetic of quotas, limit ranges and topology spread, told when it fits, too. Nothing is told where there are no pods.</summary>
public static class Feasibility
{
    /// <summary>The verdicts: quotas and limit ranges in the order of the objects, then the spread of workloads where the nodes are known.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="options">What is known of the cluster.</param>
    public static IReadOnlyList<FeasibilityVerdict> Of(ObjectSet objects, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(objects);
        ArgumentNullException.ThrowIfNull(options);
        return Of(new Inspection(objects, options));
    }

    internal static IReadOnlyList<FeasibilityVerdict> Of(Inspection inspection)
    {
        if (inspection.Objects.Workloads.Count == 0)
        {
            return [];
        }

        List<FeasibilityVerdict> verdicts = ResourceFeasibility.Of(inspection.Facts);
        foreach (SpreadVerdict verdict in SpreadFeasibility.Judge(inspection.Objects, inspection.Options.Cluster))
        {
            verdicts.Add(new FeasibilityVerdict(verdict.Object, verdict.ToString(), verdict.Fits));
        }

        return verdicts;
    }
}

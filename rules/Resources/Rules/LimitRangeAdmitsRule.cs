using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3044: a LimitRange admits the pods that are declared beside it.</summary>
internal sealed class LimitRangeAdmitsRule() : Rule("RMP3044", "limit-range-admits", RuleCategory.Resources, DiagnosticSeverity.Error)
{
    public override string Summary => "Every container is within the bounds of the LimitRanges beside it, since the API server rejects its pod otherwise.";

    public override string Allowed => "requests and limits from min to max of the LimitRange";

    public override string Fix => "change the container's values or the LimitRange's bounds";

    public override string Guide => "Resource Quotas";

    internal override void Check(Inspection inspection)
    {
        foreach ((string place, NamespaceLimits limits) in LimitRanges.Of(inspection).ByNamespace)
        {
            if (limits.Unknown is { } unknown)
            {
                inspection.Unknown(limits.UnknownIn!, unknown.Path, unknown.Problem);
                continue;
            }

            foreach (Workload workload in NamespaceWorkloads.Of(inspection).In(place))
            {
                Check(workload, limits, inspection);
            }
        }
    }

    private static void Check(Workload workload, NamespaceLimits limits, Inspection inspection)
    {
        if (!PodResourcesReader.TryRead(workload, out PodResources? pod, out UnknownField unknown))
        {
            inspection.Unknown(workload.Object, unknown.Path, unknown.Problem);
            return;
        }

        LimitVerdict verdict = limits.Judge(workload, pod);
        foreach ((LimitRangeGroup group, LimitRangeViolation violation) in verdict.Told)
        {
            string rejects = group.Count == 1 ? "rejects" : string.Create(CultureInfo.InvariantCulture, $"and {group.Count - 1} more reject");
            inspection.Broken(workload.Object, violation.PathIn(workload), $"{group.First} {rejects} the pods: {violation.Describe(workload)}", violation.Found);
        }

        foreach ((LimitRangeViolation like, int more) in verdict.More)
        {
            inspection.Broken(workload.Object, like.PathIn(workload), $"by their {like.Bound}, {more} more LimitRanges of the namespace reject the pods");
        }
    }
}

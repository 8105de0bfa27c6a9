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

        PodResources stored = limits.Fill(pod);
        foreach (KubernetesObject limitRange in limits.Objects)
        {
            foreach (LimitRangeViolation violation in LimitRangeAdmission.Check(workload, stored, limits, limitRange))
            {
                inspection.Broken(workload.Object, violation.Path, $"{limitRange} rejects the pods: {violation.Problem}", violation.Found);
            }
        }
    }
}

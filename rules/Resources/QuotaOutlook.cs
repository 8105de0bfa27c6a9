using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;

namespace Rampart.Rules.Resources;

/// <summary>Pods that a quota counts.</summary>
/// <param name="Workload">What makes them.</param>
/// <param name="Scale">How many there are at a time.</param>
/// <param name="Pods">One of them, as it is stored, and their number.</param>
internal sealed record QuotaUse(Workload Workload, WorkloadScale Scale, QuotaWorkload Pods);

/// <summary>Something on which the verdict about a quota depends.</summary>
/// <param name="Object">The object.</param>
/// <param name="Field">Its field that is not known.</param>
internal sealed record QuotaDoubt(KubernetesObject Object, UnknownField Field);

/// <summary>How far one ResourceQuota goes for what runs beside it.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="Hard">What it allows.</param>
/// <param name="Uses">The pods that it counts.</param>
/// <param name="Feasibility">The verdicts about all that could be counted.</param>
/// <param name="Doubts">What could not be counted, as it is not known yet.</param>
/// <param name="Uncounted">What could not be counted, as the nodes are not known.</param>
internal sealed record QuotaOutlook(
    KubernetesObject Quota,
    ResourceList Hard,
    IReadOnlyList<QuotaUse> Uses,
    QuotaFeasibility Feasibility,
    IReadOnlyList<QuotaDoubt> Doubts,
    IReadOnlyList<KubernetesObject> Uncounted);

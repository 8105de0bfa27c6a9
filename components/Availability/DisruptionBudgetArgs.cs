using Pulumi;
using Rampart.Components.Configuration;

namespace Rampart.Components.Availability;

/// <summary>How many of a workload's pods an orderly interruption, such as a node drain, may take away.</summary>
/// <remarks>Name at most one of <see cref="MinAvailable"/> and <see cref="MaxUnavailable"/>.</remarks>
public sealed class DisruptionBudgetArgs : ResourceArgs
{
    /// <summary>
    /// Default of <see cref="MaxUnavailable"/>, in pods: drains go on, one pod at a time, whatever the number of replicas.
    /// </summary>
    public const int DefaultMaxUnavailable = 1;

    /// <summary>
    /// Default of <see cref="UnhealthyPodEvictionPolicy"/>: a pod that is not ready serves nobody and must not block a drain.
    /// </summary>
    public const string AlwaysAllow = "AlwaysAllow";

    /// <summary>
    /// Pods that stay, as a number or a percentage such as <c>50%</c>. A number that is not below the replicas blocks every
    /// drain.
    /// </summary>
    [Input("minAvailable")]
    [Setting<PodCountForm>]
    public InputUnion<int, string>? MinAvailable { get; set; }

    /// <summary>
    /// Pods that may be away, as a number or a percentage such as <c>25%</c>; 0 blocks every drain. The default, where
    /// <see cref="MinAvailable"/> is not given, is <see cref="DefaultMaxUnavailable"/>.
    /// </summary>
    [Input("maxUnavailable")]
    [Setting<PodCountForm>]
    public InputUnion<int, string>? MaxUnavailable { get; set; }

    /// <summary>
    /// Whether pods that are not ready may always go: <c>AlwaysAllow</c> or <c>IfHealthyBudget</c>. The default is
    /// <see cref="AlwaysAllow"/>.
    /// </summary>
    [Input("unhealthyPodEvictionPolicy")]
    [Setting(Allowed = ["AlwaysAllow", "IfHealthyBudget"], Default = AlwaysAllow)]
    public Input<string>? UnhealthyPodEvictionPolicy { get; set; }
}

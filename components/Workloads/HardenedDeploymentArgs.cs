using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Rampart.Components.Availability;

namespace Rampart.Components.Workloads;

/// <summary>The inputs of a <see cref="HardenedDeployment"/>.</summary>
/// <remarks>
/// A new workload gives <see cref="HardenedPodArgs.Image"/> and a few short inputs. An existing Deployment moves over with
/// its <see cref="Spec"/> as it is: what the spec says stays, what it leaves open is filled in, and short inputs that are
/// given beside it add to it.
/// </remarks>
public sealed class HardenedDeploymentArgs : HardenedPodArgs
{
    /// <summary>Default of <see cref="Replicas"/>, in pods: the smallest number that survives the loss of a node.</summary>
    public const int DefaultReplicas = 2;

    /// <summary>Default of <see cref="MaxSurge"/>, in pods.</summary>
    public const int DefaultMaxSurge = 1;

    /// <summary>Default of <see cref="MaxUnavailable"/>, in pods: an update never has fewer pods than replicas.</summary>
    public const int DefaultMaxUnavailable = 0;

    /// <summary>Default of <see cref="WhenUnsatisfiable"/>: pods start in clusters of any size.</summary>
    public const string DefaultWhenUnsatisfiable = TopologySpread.ScheduleAnyway;

    /// <summary>The spec of an existing Deployment; nothing that it says is overwritten.</summary>
    [Input("spec")]
    public Input<DeploymentSpecArgs>? Spec { get; set; }

    /// <summary>Number of pods, from 0. The default is <see cref="DefaultReplicas"/>.</summary>
    [Input("replicas")]
    public Input<int>? Replicas { get; set; }

    /// <summary>
    /// Labels by which Deployment, budget, spread and anti-affinity find the pods; they are put on the pods. Kubernetes
    /// does not allow to change them later. The default is <c>app.kubernetes.io/name</c> and <c>app.kubernetes.io/instance</c>.
    /// </summary>
    [Input("selectorLabels")]
    public InputMap<string>? SelectorLabels { get; set; }

    /// <summary>
    /// Pods above the replicas during an update, as a number or a percentage of the replicas. A quota must have room for
    /// them. The default is <see cref="DefaultMaxSurge"/>.
    /// </summary>
    [Input("maxSurge")]
    public InputUnion<int, string>? MaxSurge { get; set; }

    /// <summary>
    /// Pods below the replicas during an update, as a number or a percentage of the replicas; not 0 together with
    /// <see cref="MaxSurge"/>. The default is <see cref="DefaultMaxUnavailable"/>.
    /// </summary>
    [Input("maxUnavailable")]
    public InputUnion<int, string>? MaxUnavailable { get; set; }

    /// <summary>
    /// What happens to a pod that would make the spread over nodes uneven: <c>ScheduleAnyway</c> or <c>DoNotSchedule</c>.
    /// The default is <see cref="DefaultWhenUnsatisfiable"/>.
    /// </summary>
    [Input("whenUnsatisfiable")]
    public Input<string>? WhenUnsatisfiable { get; set; }

    /// <summary>
    /// The spread of the pods, in Kubernetes' own shape; a constraint without <c>labelSelector</c> counts the workload's
    /// own pods. The default is <see cref="TopologySpread"/>: nodes as <see cref="WhenUnsatisfiable"/> says, zones as a
    /// preference. An empty list leaves the pods to the scheduler.
    /// </summary>
    [Input("topologySpreadConstraints")]
    public InputList<TopologySpreadConstraintArgs>? TopologySpreadConstraints { get; set; }

    /// <summary>
    /// How many pods an orderly interruption may take away; <see langword="null"/> for no budget. The default is one pod
    /// at a time.
    /// </summary>
    public DisruptionBudgetArgs? DisruptionBudget { get; set; } = new();
}

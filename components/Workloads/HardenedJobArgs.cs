using Pulumi;

namespace Rampart.Components.Workloads;

/// <summary>The inputs of a <see cref="HardenedJob"/>.</summary>
public sealed class HardenedJobArgs : HardenedPodArgs
{
    /// <summary>Default of <see cref="BackoffLimit"/>.</summary>
    public const int DefaultBackoffLimit = 6;

    /// <summary>Default of <see cref="ActiveDeadlineSeconds"/>, in seconds: ten minutes.</summary>
    public const int DefaultActiveDeadlineSeconds = 600;

    /// <summary>Failed pods until the Job fails, from 0. The default is <see cref="DefaultBackoffLimit"/>.</summary>
    [Input("backoffLimit")]
    public Input<int>? BackoffLimit { get; set; }

    /// <summary>
    /// Time until a running Job fails, in seconds, from 1; Pulumi waits one minute longer. The default is
    /// <see cref="DefaultActiveDeadlineSeconds"/>.
    /// </summary>
    [Input("activeDeadlineSeconds")]
    public Input<int>? ActiveDeadlineSeconds { get; set; }

    /// <summary>
    /// Time until a finished Job and its pods are deleted, in seconds, from 0. The default is never: to Pulumi a Job that the
    /// cluster deleted is drift, and the next <c>pulumi up --refresh</c> would run it again. A quota counts the pods only while
    /// they run.
    /// </summary>
    [Input("ttlSecondsAfterFinished")]
    public Input<int>? TtlSecondsAfterFinished { get; set; }

    /// <summary>
    /// Whether Pulumi names the Job after its resource, with a suffix that changes with every replacement, although
    /// <see cref="HardenedPodArgs.Name"/> is given for the objects beside it.
    /// </summary>
    internal bool IsAutonamed { get => field || Name is null; init; }
}

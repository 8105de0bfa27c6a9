using Pulumi;

namespace Rampart.Components.Workloads;

/// <summary>The inputs of a <see cref="HardenedJob"/>.</summary>
public sealed class HardenedJobArgs : HardenedPodArgs
{
    /// <summary>Default of <see cref="BackoffLimit"/>.</summary>
    public const int DefaultBackoffLimit = 6;

    /// <summary>Default of <see cref="ActiveDeadlineSeconds"/>, in seconds: ten minutes, the time that Pulumi waits for a Job.</summary>
    public const int DefaultActiveDeadlineSeconds = 600;

    /// <summary>Default of <see cref="TtlSecondsAfterFinished"/>, in seconds: one hour to read the log.</summary>
    public const int DefaultTtlSecondsAfterFinished = 3600;

    /// <summary>Failed pods until the Job fails, from 0. The default is <see cref="DefaultBackoffLimit"/>.</summary>
    [Input("backoffLimit")]
    public Input<int>? BackoffLimit { get; set; }

    /// <summary>Time until a running Job fails, in seconds, from 1. The default is <see cref="DefaultActiveDeadlineSeconds"/>.</summary>
    [Input("activeDeadlineSeconds")]
    public Input<int>? ActiveDeadlineSeconds { get; set; }

    /// <summary>
    /// Time until a finished Job and its pods are removed, in seconds, from 0; a quota counts its pods only while they run.
    /// The default is <see cref="DefaultTtlSecondsAfterFinished"/>.
    /// </summary>
    [Input("ttlSecondsAfterFinished")]
    public Input<int>? TtlSecondsAfterFinished { get; set; }
}

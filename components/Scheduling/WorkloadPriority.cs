using System.Globalization;
using Pulumi;
using Pulumi.Kubernetes.Scheduling.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Scheduling.V1;
using Rampart.Components.Workloads;

namespace Rampart.Components.Scheduling;

/// <summary>A PriorityClass of one's own, for a workload that matters more than most and less than the cluster itself.</summary>
/// <remarks>
/// <c>system-cluster-critical</c>, which the hardening guide takes, is meant for the cluster's own parts: its pods are not
/// evicted when a node runs out of memory, and some platforms allow it in <c>kube-system</c> only.
/// <see href="https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/"/>.
/// </remarks>
public static class WorkloadPriority
{
    /// <summary>Default value: above the 0 of pods without a class, far below the 2000000000 of the cluster's own parts.</summary>
    public const int DefaultValue = 1_000_000;

    /// <summary>Largest value that a class of one's own may have.</summary>
    public const int MaxValue = 1_000_000_000;

    /// <summary>
    /// Name of the class. Classes belong to the whole cluster and their value cannot change, so both are part of the name: two
    /// stacks never share a class, and another value is another class.
    /// </summary>
    internal static Output<string> Name(Input<string> inNamespace, Input<string> objectName, int value) => Output
        .Tuple(inNamespace, objectName)
        .Apply(known => string.Create(CultureInfo.InvariantCulture, $"{known.Item1}-{known.Item2}-{value}"));

    internal static PriorityClass Define(string name, Input<string> className, int value, string description, CustomResourceOptions options)
        => new(name, new PriorityClassArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = className,
                Labels = new InputMap<string> { [WorkloadLabels.ManagedByKey] = WorkloadLabels.ManagedBy },
            },
            Value = value,
            GlobalDefault = false,
            Description = description,
        }, options);
}

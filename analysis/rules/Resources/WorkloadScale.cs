using System.Diagnostics.CodeAnalysis;
using Rampart.Rules.Availability;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;

namespace Rampart.Rules.Resources;

/// <summary>How many pods of a workload there can be at a time.</summary>
internal sealed record WorkloadScale
{
    private WorkloadScale()
    {
    }

    /// <summary>The requested pods.</summary>
    public int Replicas { get; private init; }

    /// <summary>The autoscaler, where there is one.</summary>
    public KubernetesObject? Autoscaler { get; private init; }

    /// <summary>The most pods that the autoscaler may ask for; null without one.</summary>
    public int? AutoscalerMax { get; private init; }

    /// <summary>How an update replaces them while old and new ones run side by side; null when it does not.</summary>
    public RollingUpdate? Update { get; private init; }

    /// <summary>What is not known; null when all is.</summary>
    public UnknownField? Unknown { get; private init; }

    /// <summary>Whether the number follows from the nodes, and these are not known.</summary>
    public bool DependsOnNodes { get; private init; }

    /// <summary>Finds the scale of a workload.</summary>
    /// <param name="workload">A workload that no other object owns.</param>
    /// <param name="autoscalers">Where its autoscaler is.</param>
    /// <param name="cluster">What is known of the nodes.</param>
    public static WorkloadScale Find(Workload workload, AutoscalersByTarget autoscalers, ClusterInventory cluster)
    {
        KubernetesObject item = workload.Object;
        LocatedField spec = new("spec", item.Spec);
        switch (item.Kind)
        {
            case "Pod":
                return new WorkloadScale { Replicas = item["status"]["phase"].Text is "Succeeded" or "Failed" ? 0 : 1 };
            case "PodTemplate":
                return new WorkloadScale();
            case "Job":
                return FindJob(spec, isOver: !item["status"]["completionTime"].IsUnset);
            case "CronJob":
                return FindCronJob(spec);
            case "DaemonSet":
                return FindDaemonSet(workload, cluster);
            default:
                return FindScaled(workload, autoscalers);
        }
    }

    private static WorkloadScale FindJob(LocatedField spec, bool isOver)
    {
        LocatedField suspend = spec["suspend"];
        return suspend.Field.Flag == Flag.Unknown ? NotYet(suspend)
            : !TryReadCount(spec["parallelism"], 1, out int parallelism, out WorkloadScale? notYet) ? notYet
            : !TryReadCount(spec["completions"], int.MaxValue, out int completions, out notYet) ? notYet
            : new WorkloadScale { Replicas = isOver || suspend.Field.Flag == Flag.True ? 0 : Math.Min(parallelism, completions) };
    }

    // A run that overlaps with the one before is not counted: it is not known how many would.
    private static WorkloadScale FindCronJob(LocatedField spec) => spec["suspend"].Field.Flag switch
    {
        Flag.Unknown => NotYet(spec["suspend"]),
        Flag.True => new WorkloadScale(),
        _ => FindJob(spec["jobTemplate"]["spec"], isOver: false),
    };

    private static WorkloadScale FindDaemonSet(Workload workload, ClusterInventory cluster)
    {
        if (cluster.Nodes is not { } nodes)
        {
            return new WorkloadScale { DependsOnNodes = true };
        }

        // Without a surge a node gets its new pod when the old one is gone.
        LocatedField strategy = SpecOf(workload)["updateStrategy"];
        WorkloadScale scale = new() { Replicas = nodes };
        return strategy["type"].Field.Text == "OnDelete" ? scale
            : !TryReadShare(strategy["rollingUpdate"]["maxSurge"], default, out IntOrPercent surge, out WorkloadScale? notYet) ? notYet
            : surge.Value == 0 ? scale
            : WithUpdate(scale, workload, surge, default);
    }

    private static WorkloadScale FindScaled(Workload workload, AutoscalersByTarget autoscalers)
    {
        LocatedField replicas = SpecOf(workload)["replicas"], strategy = SpecOf(workload)["strategy"], rolling = strategy["rollingUpdate"];
        if (workload.Replicas is not { } pods)
        {
            return NotYet(replicas);
        }

        WorkloadScale scale = new() { Replicas = pods };
        if (autoscalers.Find(workload.Object) is { } autoscaler)
        {
            if (!TryReadCount(new LocatedField("spec", autoscaler.Spec)["maxReplicas"], 0, out int most, out _))
            {
                return scale with { Unknown = new UnknownField(replicas.Path, $"is set by {autoscaler}, whose maximum is not known yet") };
            }

            scale = scale with { Autoscaler = autoscaler, AutoscalerMax = most };
        }

        return workload.Object.Kind != "Deployment" || strategy["type"].Field.Text == "Recreate" ? scale
            : !TryReadShare(rolling["maxSurge"], RollingUpdate.Default.MaxSurge, out IntOrPercent surge, out WorkloadScale? notYet) ? notYet
            : !TryReadShare(rolling["maxUnavailable"], RollingUpdate.Default.MaxUnavailable, out IntOrPercent unavailable, out notYet) ? notYet
            : WithUpdate(scale, workload, surge, unavailable);
    }

    private static WorkloadScale WithUpdate(WorkloadScale scale, Workload workload, IntOrPercent surge, IntOrPercent unavailable)
    {
        LocatedField pod = new(workload.SpecPath, workload.PodSpec);
        if (!TryReadCount(pod["terminationGracePeriodSeconds"], RollingUpdate.DefaultGracePeriodSeconds, out int grace, out WorkloadScale? notYet)
            || !TryReadCount(SpecOf(workload)["minReadySeconds"], 0, out int seconds, out notYet))
        {
            return notYet;
        }

        int delay = 0;
        foreach (Container container in workload.Containers)
        {
            foreach (string probe in (ReadOnlySpan<string>)["readinessProbe", "startupProbe"])
            {
                if (!TryReadCount(new LocatedField(container.Path, container.Body)[probe]["initialDelaySeconds"], 0, out int wait, out notYet))
                {
                    return notYet;
                }

                delay = Math.Max(delay, container.IsLongRunning ? wait : 0);
            }
        }

        return scale with { Update = new RollingUpdate(surge, unavailable, grace, (int)Math.Min((long)seconds + delay, int.MaxValue)) };
    }

    private static LocatedField SpecOf(Workload workload) => new("spec", workload.Object.Spec);

    private static bool TryReadCount(LocatedField field, int whenUnset, out int count, [NotNullWhen(false)] out WorkloadScale? notYet)
    {
        bool isRead = field.Field.TryGetInteger(out double number) && number is >= 0 and <= int.MaxValue;
        count = field.Field.IsUnset ? whenUnset : isRead ? (int)number : 0;
        notYet = isRead ? null : NotYet(field);
        return isRead;
    }

    private static bool TryReadShare(LocatedField field, IntOrPercent whenUnset, out IntOrPercent share, [NotNullWhen(false)] out WorkloadScale? notYet)
    {
        bool isRead = true;
        share = whenUnset;
        if (field.Field.Text.Length > 0)
        {
            isRead = IntOrPercent.TryParse(field.Field.Text, out share, out _);
        }
        else if (!field.Field.IsUnset)
        {
            isRead = TryReadCount(field, 0, out int count, out _);
            share = IntOrPercent.Count(count);
        }

        notYet = isRead ? null : NotYet(field);
        return isRead;
    }

    private static WorkloadScale NotYet(LocatedField field) => new() { Unknown = new UnknownField(field.Path, "is not known yet") };
}

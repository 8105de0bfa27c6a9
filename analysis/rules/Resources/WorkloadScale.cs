using Rampart.Rules.Availability;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;

namespace Rampart.Rules.Resources;

/// <summary>How many pods of a workload there can be at a time.</summary>
internal sealed record WorkloadScale
{
    private const string NotKnown = "is not known yet";

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
        switch (item.Kind)
        {
            case "Pod":
                return new WorkloadScale { Replicas = item["status"]["phase"].Text is "Succeeded" or "Failed" ? 0 : 1 };
            case "PodTemplate":
                return new WorkloadScale();
            case "Job":
                return FindJob(item.Spec, "spec", isOver: !item["status"]["completionTime"].IsUnset);
            case "CronJob":
                return FindCronJob(item.Spec);
            case "DaemonSet":
                return FindDaemonSet(workload, cluster);
            default:
                return FindScaled(workload, autoscalers);
        }
    }

    private static WorkloadScale FindJob(Field spec, string path, bool isOver)
    {
        Field suspend = spec["suspend"];
        if (suspend.Flag == Flag.Unknown)
        {
            return NotYet(path + ".suspend");
        }

        if (!TryReadCount(spec["parallelism"], 1, out int parallelism))
        {
            return NotYet(path + ".parallelism");
        }

        if (!TryReadCount(spec["completions"], int.MaxValue, out int completions))
        {
            return NotYet(path + ".completions");
        }

        return new WorkloadScale { Replicas = isOver || suspend.Flag == Flag.True ? 0 : Math.Min(parallelism, completions) };
    }

    // A run that overlaps with the one before is not counted: it is not known how many would.
    private static WorkloadScale FindCronJob(Field spec) => spec["suspend"].Flag switch
    {
        Flag.Unknown => NotYet("spec.suspend"),
        Flag.True => new WorkloadScale(),
        _ => FindJob(spec["jobTemplate"]["spec"], "spec.jobTemplate.spec", isOver: false),
    };

    private static WorkloadScale FindDaemonSet(Workload workload, ClusterInventory cluster)
    {
        if (cluster.Nodes is not { } nodes)
        {
            return new WorkloadScale { DependsOnNodes = true };
        }

        // Without a surge a node gets its new pod when the old one is gone.
        Field strategy = workload.Object.Spec["updateStrategy"];
        WorkloadScale scale = new() { Replicas = nodes };
        return strategy["type"].Text == "OnDelete" ? scale
            : !TryReadShare(strategy["rollingUpdate"]["maxSurge"], default, out IntOrPercent surge) ? NotYet("spec.updateStrategy.rollingUpdate.maxSurge")
            : surge.Value == 0 ? scale
            : WithUpdate(scale, workload, surge, default);
    }

    private static WorkloadScale FindScaled(Workload workload, AutoscalersByTarget autoscalers)
    {
        if (workload.Replicas is not { } replicas)
        {
            return NotYet("spec.replicas");
        }

        WorkloadScale scale = new() { Replicas = replicas };
        if (autoscalers.Find(workload.Object) is { } autoscaler)
        {
            if (!TryReadCount(autoscaler.Spec["maxReplicas"], 0, out int most))
            {
                return scale with { Unknown = new UnknownField("spec.replicas", $"is set by {autoscaler}, whose maximum is not known yet") };
            }

            scale = scale with { Autoscaler = autoscaler, AutoscalerMax = most };
        }

        Field strategy = workload.Object.Spec["strategy"];
        if (workload.Object.Kind != "Deployment" || strategy["type"].Text == "Recreate")
        {
            return scale;
        }

        Field rolling = strategy["rollingUpdate"];
        return !TryReadShare(rolling["maxSurge"], RollingUpdate.Default.MaxSurge, out IntOrPercent surge) ? NotYet("spec.strategy.rollingUpdate.maxSurge")
            : !TryReadShare(rolling["maxUnavailable"], RollingUpdate.Default.MaxUnavailable, out IntOrPercent unavailable) ? NotYet("spec.strategy.rollingUpdate.maxUnavailable")
            : WithUpdate(scale, workload, surge, unavailable);
    }

    private static WorkloadScale WithUpdate(WorkloadScale scale, Workload workload, IntOrPercent surge, IntOrPercent unavailable)
    {
        if (!TryReadCount(workload.PodSpec["terminationGracePeriodSeconds"], RollingUpdate.DefaultGracePeriodSeconds, out int grace))
        {
            return NotYet($"{workload.SpecPath}.terminationGracePeriodSeconds");
        }

        if (!TryReadCount(workload.Object.Spec["minReadySeconds"], 0, out int seconds))
        {
            return NotYet("spec.minReadySeconds");
        }

        int delay = 0;
        foreach (Container container in workload.Containers)
        {
            foreach (string probe in (ReadOnlySpan<string>)["readinessProbe", "startupProbe"])
            {
                if (!TryReadCount(container[probe]["initialDelaySeconds"], 0, out int wait))
                {
                    return NotYet($"{container.Path}.{probe}.initialDelaySeconds");
                }

                delay = Math.Max(delay, container.IsLongRunning ? wait : 0);
            }
        }

        return scale with { Update = new RollingUpdate(surge, unavailable, grace, (int)Math.Min((long)seconds + delay, int.MaxValue)) };
    }

    private static bool TryReadCount(Field field, int whenUnset, out int count)
    {
        bool isRead = field.TryGetInteger(out double number) && number is >= 0 and <= int.MaxValue;
        count = field.IsUnset ? whenUnset : isRead ? (int)number : 0;
        return isRead;
    }

    private static bool TryReadShare(Field field, IntOrPercent whenUnset, out IntOrPercent share)
    {
        if (field.IsUnset)
        {
            share = whenUnset;
            return true;
        }

        if (field.Text.Length > 0)
        {
            return IntOrPercent.TryParse(field.Text, out share, out _);
        }

        bool isRead = TryReadCount(field, 0, out int count);
        share = IntOrPercent.Count(count);
        return isRead;
    }

    private static WorkloadScale NotYet(string path) => new() { Unknown = new UnknownField(path, NotKnown) };
}

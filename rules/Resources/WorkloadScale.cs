using Rampart.Rules.Availability;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;

namespace Rampart.Rules.Resources;

/// <summary>How many pods of a workload there can be at a time.</summary>
internal sealed record WorkloadScale
{
    private const string NotKnown = "is not known yet";

    // What the API server fills in: apps/v1 Deployment.
    private static readonly IntOrPercent DefaultSurge = IntOrPercent.Percent(25);

    private WorkloadScale()
    {
    }

    /// <summary>The pods that are asked for.</summary>
    public int Replicas { get; private init; }

    /// <summary>The autoscaler, where there is one.</summary>
    public KubernetesObject? Autoscaler { get; private init; }

    /// <summary>The most pods that the autoscaler may ask for; null without one.</summary>
    public int? AutoscalerMax { get; private init; }

    /// <summary>The pods that an update adds before it takes any away.</summary>
    public IntOrPercent Surge { get; private init; }

    /// <summary>What is not known; null when all is.</summary>
    public UnknownField? Unknown { get; private init; }

    /// <summary>Whether the number follows from the nodes, and these are not known.</summary>
    public bool DependsOnNodes { get; private init; }

    /// <summary>Finds the scale of a workload.</summary>
    /// <param name="workload">A workload that nobody else keeps.</param>
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
                return FindDaemonSet(item.Spec, cluster);
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

    // A run that overlaps with the one before is not counted: nobody can tell how many would.
    private static WorkloadScale FindCronJob(Field spec) => spec["suspend"].Flag switch
    {
        Flag.Unknown => NotYet("spec.suspend"),
        Flag.True => new WorkloadScale(),
        _ => FindJob(spec["jobTemplate"]["spec"], "spec.jobTemplate.spec", isOver: false),
    };

    private static WorkloadScale FindDaemonSet(Field spec, ClusterInventory cluster)
    {
        if (cluster.Nodes is not { } nodes)
        {
            return new WorkloadScale { DependsOnNodes = true };
        }

        Field strategy = spec["updateStrategy"];
        return strategy["type"].Text == "OnDelete" ? new WorkloadScale { Replicas = nodes }
            : TryReadShare(strategy["rollingUpdate"]["maxSurge"], default, out IntOrPercent surge) ? new WorkloadScale { Replicas = nodes, Surge = surge }
            : NotYet("spec.updateStrategy.rollingUpdate.maxSurge");
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
                return scale with { Unknown = new UnknownField("spec.replicas", $"is up to {autoscaler}, whose maximum is not known yet") };
            }

            scale = scale with { Autoscaler = autoscaler, AutoscalerMax = most };
        }

        Field strategy = workload.Object.Spec["strategy"];
        if (workload.Object.Kind != "Deployment" || strategy["type"].Text == "Recreate")
        {
            return scale;
        }

        return TryReadShare(strategy["rollingUpdate"]["maxSurge"], DefaultSurge, out IntOrPercent surge)
            ? scale with { Surge = surge }
            : NotYet("spec.strategy.rollingUpdate.maxSurge");
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

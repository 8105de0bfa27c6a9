namespace Rampart.Rules.Resources;

/// <summary>
/// Whether everything that runs in a namespace at a time fits its ResourceQuota: all workloads at their peak, so a rollout
/// at the autoscaler's maximum while the jobs run, together with what else is counted.
/// </summary>
/// <param name="Verdicts">One verdict per resource of the quota, in ordinal order of their names.</param>
/// <param name="Unset">
/// What the quota admission denies whatever the numbers are: a quota on cpu or memory asks every container, init containers
/// too, to set the same. One line per workload, in the words of the API server: <c>deployment/spicedb: must specify limits.cpu
/// for: migrate</c>.
/// </param>
public sealed record QuotaFeasibility(IReadOnlyList<QuotaVerdict> Verdicts, IReadOnlyList<string> Unset)
{
    // In ordinal order, as the API server lists them. Other resources are limited only where they are set.
    private static readonly string[] Demanded =
        ["cpu", "limits.cpu", "limits.memory", "memory", "requests.cpu", "requests.memory"];

    /// <summary>Whether nothing is denied.</summary>
    public bool Fits => Unset.Count == 0 && Verdicts.All(verdict => verdict.Fits);

    /// <summary>Compares workloads with a quota.</summary>
    /// <param name="hard">
    /// The quota's <c>hard</c>: <c>requests.cpu</c> (or <c>cpu</c>), <c>limits.memory</c>, <c>pods</c>, <c>count/pods</c>,
    /// <c>requests.ephemeral-storage</c>, <c>requests.nvidia.com/gpu</c>, <c>count/deployments.apps</c> and so on.
    /// </param>
    /// <param name="workloads">What runs pods. For a quota with scopes: what the scopes select.</param>
    /// <param name="objects">
    /// What else is counted, by its name in the quota, e.g. <c>persistentvolumeclaims</c>, <c>requests.storage</c>,
    /// <c>services</c>, <c>count/secrets</c>. A resource that is neither here nor of pods gets the verdict <c>not counted</c>.
    /// </param>
    public static QuotaFeasibility Compute(ResourceList hard, IReadOnlyList<QuotaWorkload> workloads, ResourceList? objects = null)
    {
        ArgumentNullException.ThrowIfNull(hard);
        ArgumentNullException.ThrowIfNull(workloads);

        ResourceList used = ResourceList.Empty;
        List<string> unset = [];
        foreach (QuotaWorkload workload in workloads)
        {
            PodResources pod = workload.Pod.Defaulted();
            ResourceList usage = Usage(pod.EffectiveRequests, pod.EffectiveLimits)
                .With("pods", Quantity.From(1))
                .With("count/pods", Quantity.From(1));
            used += usage * workload.PeakPods;
            if (FindUnset(hard, pod) is { } missing)
            {
                unset.Add($"{workload.Name}: {missing}");
            }
        }

        List<QuotaVerdict> verdicts = [];
        foreach ((string name, Quantity limit) in hard)
        {
            Quantity? counted = objects?[name];
            Quantity? needed = IsOfPods(name) ? (used[name] ?? Quantity.Zero) + (counted ?? Quantity.Zero) : counted;
            verdicts.Add(new QuotaVerdict(name, limit, needed));
        }

        return new QuotaFeasibility(verdicts, unset);
    }

    private static ResourceList Usage(ResourceList requests, ResourceList limits)
    {
        ResourceList usage = ResourceList.Empty;
        foreach ((string name, Quantity quantity) in requests)
        {
            usage = usage.With("requests." + name, quantity);
            if (IsNative(name))
            {
                usage = usage.With(name, quantity);
            }
        }

        foreach ((string name, Quantity quantity) in limits)
        {
            if (name is ResourceList.Cpu or ResourceList.Memory or ResourceList.EphemeralStorage)
            {
                usage = usage.With("limits." + name, quantity);
            }
        }

        return usage;
    }

    private static bool IsNative(string name) =>
        name is ResourceList.Cpu or ResourceList.Memory or ResourceList.EphemeralStorage
            || name.StartsWith("hugepages-", StringComparison.Ordinal);

    /// <summary>Whether a resource of a quota is counted by pods, and not by objects of its own.</summary>
    /// <remarks>An extended resource has a domain, and only its requests are counted; requests.storage is of volume claims.</remarks>
    internal static bool IsOfPods(string name)
    {
        const string Requests = "requests.";
        if (name is "pods" or "count/pods" or "limits.cpu" or "limits.memory" or "limits.ephemeral-storage" || IsNative(name))
        {
            return true;
        }

        return name.StartsWith(Requests, StringComparison.Ordinal)
            && (IsNative(name[Requests.Length..]) || name.Contains('/'));
    }

    /// <summary>What quota admission says to a pod that leaves out what the quota counts; null when it leaves out nothing.</summary>
    /// <param name="hard">The quota.</param>
    /// <param name="pod">The pod as it is stored: with all defaults.</param>
    internal static string? FindUnset(ResourceList hard, PodResources pod)
    {
        if (pod.HasPodLevelResources)
        {
            return null;
        }

        List<string> problems = [];
        foreach (string name in Demanded)
        {
            if (hard[name] is null)
            {
                continue;
            }

            SortedSet<string>? containers = null;
            foreach (ContainerResources container in pod.Containers.Concat(pod.InitContainers))
            {
                if (Usage(container.Resources.Requests, container.Resources.Limits)[name] is null)
                {
                    (containers ??= new SortedSet<string>(StringComparer.Ordinal)).Add(container.Name);
                }
            }

            if (containers is not null)
            {
                problems.Add($"{name} for: {string.Join(',', containers)}");
            }
        }

        return problems.Count == 0 ? null : "must specify " + string.Join("; ", problems);
    }
}

namespace Rampart.Rules.Resources;

/// <summary>
/// Whether everything that runs in a namespace at a time fits its ResourceQuota: all workloads at their peak, so a rollout
/// at the autoscaler's maximum, with the pods that are terminating meanwhile, while the jobs run, together with what else is counted.
/// </summary>
/// <param name="Verdicts">One verdict per resource of the quota, in ordinal order of their names.</param>
/// <param name="Unset">
/// What the quota admission denies at any number: a quota on cpu or memory requires every container, init containers
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
        return Compute(hard, new QuotaPods(workloads), objects);
    }

    /// <summary>Compares with a quota what other quotas count, too.</summary>
    internal static QuotaFeasibility Compute(ResourceList hard, QuotaPods pods, ResourceList? objects)
    {
        List<QuotaVerdict> verdicts = [];
        foreach ((string name, Quantity limit) in hard)
        {
            Quantity? counted = objects?[name];
            verdicts.Add(new QuotaVerdict(name, limit, IsOfPods(name) ? pods.Use(name) + (counted ?? Quantity.Zero) : counted));
        }

        return new QuotaFeasibility(verdicts, pods.FindUnset(hard).Lines);
    }

    /// <summary>The part of a quota that requires values of every container, as one text.</summary>
    internal static string DemandsOf(ResourceList hard) => string.Join(',', Demanded.Where(name => hard[name] is not null));

    // What a quota's name is about in a container: limits.cpu and requests.cpu are about cpu, and cpu is, too.
    internal static bool IsLimit(string name, out string resource)
    {
        const string Limits = "limits.", Requests = "requests.";
        bool isLimit = name.StartsWith(Limits, StringComparison.Ordinal);
        resource = name switch
        {
            // Nearly all names there are.
            "limits.cpu" or "requests.cpu" => ResourceList.Cpu,
            "limits.memory" or "requests.memory" => ResourceList.Memory,
            _ when isLimit => name[Limits.Length..],
            _ => name.StartsWith(Requests, StringComparison.Ordinal) ? name[Requests.Length..] : name,
        };
        return isLimit;
    }

    private static bool IsNative(string name) =>
        name is ResourceList.Cpu or ResourceList.Memory or ResourceList.EphemeralStorage
            || name.StartsWith("hugepages-", StringComparison.Ordinal);

    /// <summary>Whether a resource of a quota is counted by pods, and not by objects of its own.</summary>
    /// <remarks>An extended resource has a domain, and only its requests are counted; requests.storage is of volume claims.</remarks>
    internal static bool IsOfPods(string name)
    {
        const string Requests = "requests.";
        if (name is "pods" or "count/pods" or "limits.cpu" or "limits.memory" or "limits.ephemeral-storage" or "requests.cpu" or "requests.memory" || IsNative(name))
        {
            return true;
        }

        return name.StartsWith(Requests, StringComparison.Ordinal)
            && (IsNative(name[Requests.Length..]) || name.Contains('/'));
    }

    /// <summary>Why quota admission rejects a pod that does not set what the quota counts; null when it sets everything.</summary>
    /// <param name="hard">The quota.</param>
    /// <param name="pod">The pod as it is stored: with all defaults.</param>
    internal static string? FindUnset(ResourceList hard, PodResources pod)
    {
        if (pod.HasPodLevelResources)
        {
            return null;
        }

        List<string>? problems = null;
        foreach (string name in Demanded)
        {
            if (hard[name] is not null && FindSilent(pod, name) is { } containers)
            {
                (problems ??= []).Add($"{name} for: {string.Join(',', containers)}");
            }
        }

        return problems is null ? null : "must specify " + string.Join("; ", problems);
    }

    // The containers that do not set what a quota counts; null for none.
    private static SortedSet<string>? FindSilent(PodResources pod, string name)
    {
        SortedSet<string>? containers = null;
        bool isLimit = IsLimit(name, out string resource);
        foreach (IReadOnlyList<ContainerResources> list in (ReadOnlySpan<IReadOnlyList<ContainerResources>>)[pod.Containers, pod.InitContainers])
        {
            for (int i = 0; i < list.Count; i++)
            {
                ResourceRequirements own = list[i].Resources;
                if ((isLimit ? own.Limits : own.Requests)[resource] is null)
                {
                    (containers ??= new SortedSet<string>(StringComparer.Ordinal)).Add(list[i].Name);
                }
            }
        }

        return containers;
    }
}

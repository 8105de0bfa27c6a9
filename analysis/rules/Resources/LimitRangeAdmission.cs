using System.Numerics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>Why a LimitRange rejects a pod.</summary>
/// <param name="Container">The place of the container in <see cref="Workload.Containers"/>; -1 for the pod as a whole.</param>
/// <param name="List">Its <c>requests</c> or its <c>limits</c>.</param>
/// <param name="Resource">The resource, e.g. <c>cpu</c>.</param>
/// <param name="Bound">The bound that the pod violates: <c>min</c>, <c>max</c>, <c>maxLimitRequestRatio</c> or <c>default</c>.</param>
/// <param name="Problem">What is wrong with it, after the name of the container.</param>
/// <param name="Found">The amount; empty when there is none.</param>
internal sealed record LimitRangeViolation(int Container, string List, string Resource, string Bound, string Problem, string Found)
{
    /// <summary>What is wrong with a workload.</summary>
    public string Describe(Workload workload) => $"{(Container < 0 ? "the pod" : workload.Containers[Container].ToString())} {Problem}";
}

/// <summary>Compares pods with a LimitRange, as admission does after it has filled in the defaults.</summary>
internal static class LimitRangeAdmission
{
    private static readonly BigInteger NanosPerUnit = 1_000_000_000;

    /// <summary>Why the items of a LimitRange reject the pods of a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="pod">Its pods as they are stored, in the order of <see cref="Workload.Containers"/>.</param>
    /// <param name="items">The items.</param>
    public static List<LimitRangeViolation> Check(Workload workload, PodResources pod, IReadOnlyList<LimitRangeItem> items)
    {
        List<LimitRangeViolation> violations = [];
        foreach (LimitRangeItem item in items)
        {
            if (item.Type == LimitRangeItem.OfContainers)
            {
                CheckContainers(workload, pod, item, violations);
            }
            else if (item.Type == LimitRangeItem.OfPods)
            {
                CheckPod(pod, item, violations);
            }
        }

        return violations;
    }

    private static void CheckContainers(Workload workload, PodResources pod, LimitRangeItem item, List<LimitRangeViolation> violations)
    {
        int init = 0, normal = 0;
        for (int i = 0; i < workload.Containers.Count; i++)
        {
            Container container = workload.Containers[i];
            if (container.Kind != ContainerKind.Ephemeral)
            {
                ContainerResources own = container.Kind == ContainerKind.Normal ? pod.Containers[normal++] : pod.InitContainers[init++];
                Check(i, own.Resources, item, static (_, _) => true, violations);
                CheckDefaults(container, i, own.Resources, item, violations);
            }
        }
    }

    // A request may be right as it is written, and above the limit that is filled in.
    private static void CheckDefaults(Container container, int place, ResourceRequirements resources, LimitRangeItem item, List<LimitRangeViolation> violations)
    {
        foreach ((string name, Quantity limit) in item.StoredDefault)
        {
            if (container["resources"]["limits"][name].IsUnset && resources.Requests[name] is { } request && request > limit && resources.Limits[name] == limit)
            {
                violations.Add(new LimitRangeViolation(
                    place,
                    "requests",
                    name,
                    "default",
                    $"requests {request} of {name}, more than the limit of {limit} that it gets",
                    request.ToString()));
            }
        }
    }

    private static void CheckPod(PodResources pod, LimitRangeItem item, List<LimitRangeViolation> violations)
    {
        // Versions of Kubernetes differ on sums to which a container adds nothing.
        ResourceRequirements sums = new(pod.EffectiveRequests, pod.EffectiveLimits);
        Check(-1, sums, item, (name, isLimit) => IsComplete(pod, name, isLimit), violations);
    }

    private static bool IsComplete(PodResources pod, string name, bool isLimit)
    {
        if ((isLimit ? pod.PodLevel?.Limits : pod.PodLevel?.Requests)?[name] is not null)
        {
            return true;
        }

        bool isFirst = true, isGiven = false;
        foreach (ContainerResources container in (ReadOnlySpan<ContainerResources>)[.. pod.Containers, .. pod.InitContainers])
        {
            bool gives = (isLimit ? container.Resources.Limits : container.Resources.Requests)[name] is not null;
            if (!isFirst && gives != isGiven)
            {
                return false;
            }

            (isFirst, isGiven) = (false, gives);
        }

        return true;
    }

    private static void Check(
        int container, ResourceRequirements resources, LimitRangeItem item, Func<string, bool, bool> isComplete, List<LimitRangeViolation> violations)
    {
        foreach ((string name, Quantity min) in item.Min)
        {
            Quantity? request = resources.Requests[name], limit = resources.Limits[name];
            if (request is null && isComplete(name, false))
            {
                Add("min", "requests", name, $"has no {name} request, and at least {min} is required", null);
            }
            else if (request < min && isComplete(name, false))
            {
                Add("min", "requests", name, $"requests {request} of {name}, and at least {min} is required", request);
            }
            else if (limit < min && isComplete(name, true))
            {
                Add("min", "limits", name, $"has a {name} limit of {limit}, and at least {min} is required", limit);
            }
        }

        foreach ((string name, Quantity max) in item.Max)
        {
            Quantity? request = resources.Requests[name], limit = resources.Limits[name];
            if (limit is null && isComplete(name, true))
            {
                Add("max", "limits", name, $"has no {name} limit, and at most {max} is allowed", null);
            }
            else if (limit > max)
            {
                Add("max", "limits", name, $"has a {name} limit of {limit}, and at most {max} is allowed", limit);
            }
            else if (request > max)
            {
                Add("max", "requests", name, $"requests {request} of {name}, and at most {max} is allowed", request);
            }
        }

        foreach ((string name, Quantity ratio) in item.MaxLimitRequestRatio)
        {
            Quantity? request = resources.Requests[name], limit = resources.Limits[name];
            if (isComplete(name, true) && isComplete(name, false) && IsAbove(request, limit, ratio))
            {
                Add("maxLimitRequestRatio", "limits", name, $"has a {name} limit of {limit?.ToString() ?? "nothing"} and requests {request?.ToString() ?? "nothing"}, and a limit may be {ratio} times the request", limit);
            }
        }

        void Add(string bound, string list, string name, string problem, Quantity? found) =>
            violations.Add(new LimitRangeViolation(container, list, name, bound, problem, found?.ToString() ?? ""));
    }

    private static bool IsAbove(Quantity? request, Quantity? limit, Quantity ratio) =>
        request is not { IsZero: false } least || limit is not { IsZero: false } most || most.Nanos * NanosPerUnit > least.Nanos * ratio.Nanos;
}

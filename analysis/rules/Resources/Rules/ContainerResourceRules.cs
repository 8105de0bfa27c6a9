using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>The rules about requests and limits.</summary>
internal static class ContainerResourceRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectSetRule("RMP3001", "quantity", RuleCategory.Resources, DiagnosticSeverity.Error)
        {
            Summary = "Every amount of a resource is a quantity that is not negative, since the API server rejects all else.",
            Allowed = "a number with an optional suffix, e.g. 500m, 1.5 or 512Mi",
            Fix = Quantity.Expected,
            Guide = "Resource Limits",
            Check = CheckQuantity,
        },
        new ObjectSetRule("RMP3002", "resource-name", RuleCategory.Resources, DiagnosticSeverity.Error)
        {
            Summary = "Every resource has a name that Kubernetes knows, or one with a domain, since the API server rejects all others.",
            Allowed = "cpu, memory, ephemeral-storage, hugepages-…, or a name with a domain",
            Fix = "correct the name",
            Guide = "Resource Limits",
            Check = static inspection =>
            {
                foreach (QuantityProblem problem in QuantityProblems.Of(inspection.Facts).Names)
                {
                    string? allowed = problem.IsOfQuota ? "requests.cpu, limits.memory, pods, persistentvolumeclaims and the like, or count/ and a kind" : null;
                    inspection.Broken(problem.Object, problem.Path, problem.Message!, problem.Found, allowed);
                }
            },
        },
        new ObjectSetRule("RMP3003", "fractional-bytes", RuleCategory.Resources, DiagnosticSeverity.Error)
        {
            Summary = "Every amount of memory or storage is a whole number of bytes: '512m' is half a byte, and a container with such a limit never starts.",
            Allowed = "a whole number of bytes, e.g. 512Mi",
            Fix = "write Mi where m stands for it",
            Guide = "Resource Limits",
            Check = static inspection =>
            {
                foreach (QuantityProblem problem in QuantityProblems.Of(inspection.Facts).Fractions)
                {
                    inspection.Broken(problem.Object, problem.Path, problem.Message!, problem.Found);
                }
            },
        },
        RequestAboveLimitRule.Descriptor,
        new ObjectSetRule("RMP3015", "own-resources", RuleCategory.Resources, DiagnosticSeverity.Info)
        {
            Summary = "Every container says itself what it gets, rather than take what a LimitRange or its own limit happens to be.",
            Allowed = "requests and limits of the container's own",
            Fix = "set the container's own value",
            Guide = "Resource Limits",
            Check = static inspection =>
            {
                foreach ((string resource, bool isLimit) in ResourceAmounts.All)
                {
                    foreach (ResourceAmount amount in ResourceAmounts.Of(inspection.Facts, resource, isLimit))
                    {
                        CheckAmount(amount, resource, isLimit, inspection);
                    }
                }
            },
        },
        new WorkloadRule("RMP3018", "empty-dir-size", RuleCategory.Resources, DiagnosticSeverity.Info)
        {
            Summary = "Every emptyDir has a size limit, so that a pod which fills it is evicted before the node's disk or memory is full.",
            Allowed = "a sizeLimit above 0",
            Fix = "set emptyDir.sizeLimit",
            Guide = "Resource Limits",
            Check = CheckEmptyDirSize,
        },
        QualityOfServiceRule.Descriptor,
    ];

    private static void CheckQuantity(Inspection inspection)
    {
        foreach (QuantityProblem problem in QuantityProblems.Of(inspection.Facts).Values)
        {
            if (problem.Message is null)
            {
                inspection.Unknown(problem.Object, problem.Path);
            }
            else
            {
                inspection.Broken(problem.Object, problem.Path, problem.Message, problem.Found);
            }
        }

        foreach (Workload workload in inspection.Objects.Workloads)
        {
            CheckContainers(workload, inspection);
            CheckVolumes(workload, inspection);
        }
    }

    private static void CheckContainers(Workload workload, Inspection inspection)
    {
        for (int i = 0; i < workload.Containers.Count; i++)
        {
            Container container = workload.Containers[i];
            if (container.Body.IsUnknown)
            {
                inspection.Unknown(workload.Object, container.Path);
            }
        }
    }

    private static void CheckVolumes(Workload workload, Inspection inspection)
    {
        if (!workload.PodSpec["volumes"].TryGetItems(out FieldItems volumes))
        {
            return;
        }

        for (int i = 0; i < volumes.Count; i++)
        {
            Field size = volumes[i]["emptyDir"]["sizeLimit"];
            if (QuantityProblems.Find(size, QuantityField.Read(size, out Quantity quantity), quantity) is { } problem)
            {
                inspection.Broken(workload.Object, string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.volumes[{i}].emptyDir.sizeLimit"), problem, size.Shown);
            }
        }
    }

    // What is missing or not known is told by the rules about the resource.
    private static void CheckAmount(ResourceAmount amount, string resource, bool isLimit, Inspection inspection)
    {
        Container container = amount.Container;
        string? source = amount.Source switch
        {
            ResourceSource.Limit => $"its limit, {amount.Value.Shown}",
            ResourceSource.LimitRange => Describe(container, resource, isLimit, amount.LimitRange!, inspection),
            _ => null,
        };
        if (source is not null)
        {
            (string list, string noun) = isLimit ? ("limits", "limit") : ("requests", "request");
            inspection.Broken(
                container.Workload.Object,
                $"{container.Path}.resources.{list}.{resource}",
                $"{container} has no {resource} {noun} of its own and gets {source}");
        }
    }

    private static string Describe(Container container, string resource, bool isLimit, KubernetesObject limitRange, Inspection inspection)
    {
        NamespaceLimits limits = LimitRanges.Of(inspection.Facts).In(container.Workload.Object.Place);
        return $"{(isLimit ? limits.Default : limits.DefaultRequest)[resource]} from {limitRange}";
    }

    private static void CheckEmptyDirSize(Workload workload, Inspection inspection)
    {
        Field list = workload.PodSpec["volumes"];
        if (list.IsUnset)
        {
            return;
        }

        if (!list.TryGetItems(out FieldItems volumes))
        {
            inspection.Unknown(workload.Object, workload.SpecPath + ".volumes");
            return;
        }

        for (int i = 0; i < volumes.Count; i++)
        {
            Field volume = volumes[i];
            if (!IsEmptyDir(volume))
            {
                continue;
            }

            Field emptyDir = volume["emptyDir"];
            switch (QuantityField.Read(emptyDir["sizeLimit"], out Quantity quantity))
            {
                case QuantityState.Unknown:
                    inspection.Unknown(workload.Object, PathOf(workload, i));
                    break;
                case QuantityState.Unset:
                case QuantityState.Valid when quantity.IsZero:
                    string problem = emptyDir["medium"].Text == "Memory" ? ", so it may fill the node's memory" : "";
                    inspection.Broken(workload.Object, PathOf(workload, i), $"volume '{volume["name"].Shown}' has no size limit{problem}");
                    break;
            }
        }
    }

    // A volume that says nothing but its name is an emptyDir, too.
    private static bool IsEmptyDir(Field volume) => !volume["emptyDir"].IsUnset
        || (volume.Value.ObjectOrNull() is { Count: 1 } only && only.ContainsKey("name"));

    private static string PathOf(Workload workload, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.volumes[{index}].emptyDir.sizeLimit");
}

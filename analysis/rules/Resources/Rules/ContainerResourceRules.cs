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
            Summary = "Every amount of a resource is a quantity that is not negative, since the API server rejects anything else.",
            Allowed = "a number with an optional suffix, e.g. 500m, 1.5 or 512Mi",
            Fix = Quantity.Expected,
            Guide = "Resource Limits",
            Example = new(
                """
                containers:
                - name: app
                  resources: {limits: {memory: 512MB}}
                """,
                """
                containers:
                - name: app
                  resources: {limits: {memory: 512Mi}}
                """),
            Check = static inspection =>
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
                    CheckPods(workload, inspection);
                }
            },
        },
        new ObjectSetRule("RMP3002", "resource-name", RuleCategory.Resources, DiagnosticSeverity.Error)
        {
            Summary = "Every resource has a name that Kubernetes knows, or one with a domain, since the API server rejects all others.",
            Allowed = "cpu, memory, ephemeral-storage, hugepages-…, or a name with a domain",
            Fix = "correct the name",
            Guide = "Resource Limits",
            Example = new(
                """
                containers:
                - name: app
                  resources: {limits: {mem: 512Mi}}
                """,
                """
                containers:
                - name: app
                  resources: {limits: {memory: 512Mi}}
                """),
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
            Fix = "write Mi in place of m",
            Guide = "Resource Limits",
            Example = new(
                """
                containers:
                - name: app
                  resources: {limits: {memory: 512m}}
                """,
                """
                containers:
                - name: app
                  resources: {limits: {memory: 512Mi}}
                """),
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
            Summary = "Every container sets its own requests and limits, rather than get those of a LimitRange or a request that equals its limit.",
            Allowed = "requests and limits of the container's own",
            Fix = "set the container's own value",
            Guide = "Resource Limits",
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: LimitRange
                metadata: {name: limits, namespace: shop}
                spec: {limits: [{type: Container, default: {cpu: "1", memory: 256Mi}, defaultRequest: {cpu: 100m, memory: 128Mi}}]}
                """,
                """
                containers: [{name: app, resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: "1", memory: 256Mi}}}]
                ---
                kind: LimitRange
                metadata: {name: limits, namespace: shop}
                spec: {limits: [{type: Container, default: {cpu: "1", memory: 256Mi}, defaultRequest: {cpu: 100m, memory: 128Mi}}]}
                """),
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
            Summary = "Every emptyDir has a size limit, so that a pod that fills it is evicted before the node's disk or memory is full.",
            Allowed = "a sizeLimit above 0",
            Fix = "set emptyDir.sizeLimit",
            Guide = "Resource Limits",
            Example = new(
                """
                volumes:
                - name: tmp
                  emptyDir: {}
                """,
                """
                volumes:
                - name: tmp
                  emptyDir: {sizeLimit: 64Mi}
                """,
                "A pod that writes more to the volume is evicted."),
            Check = static (workload, inspection) =>
            {
                foreach (FieldAt volume in inspection.At(workload)["volumes"].ReadItems())
                {
                    if (IsEmptyDir(volume.Field))
                    {
                        CheckSize(volume);
                    }
                }
            },
        },
        QualityOfServiceRule.Descriptor,
    ];

    private static void CheckPods(Workload workload, Inspection inspection)
    {
        foreach (Container container in workload.Containers)
        {
            if (container.Body.IsUnknown)
            {
                inspection.At(container).ReportUnknown();
            }
        }

        foreach (FieldAt volume in inspection.At(workload)["volumes"].Items)
        {
            FieldAt size = volume["emptyDir"]["sizeLimit"];
            if (QuantityProblems.Find(size.Field, QuantityField.Read(size.Field, out Quantity quantity), quantity) is { } problem)
            {
                size.Report(problem);
            }
        }
    }

    // The rules about the resource report what is missing or unknown.
    private static void CheckAmount(ResourceAmount amount, string resource, bool isLimit, Inspection inspection)
    {
        string? source = amount.Source switch
        {
            ResourceSource.Limit => $"its limit, {amount.Value.Shown}",
            ResourceSource.LimitRange => Describe(amount, resource, isLimit, inspection),
            _ => null,
        };
        if (source is not null)
        {
            (string list, string noun) = isLimit ? ("limits", "limit") : ("requests", "request");
            inspection.At(amount.Container)["resources"][list][resource].Report($"{amount.Container} has no {resource} {noun} of its own and gets {source}");
        }
    }

    private static string Describe(ResourceAmount amount, string resource, bool isLimit, Inspection inspection)
    {
        NamespaceLimits limits = LimitRanges.Of(inspection.Facts).In(amount.Container.Workload.Object.Place);
        return $"{(isLimit ? limits.Default : limits.DefaultRequest)[resource]} from {amount.LimitRange!}";
    }

    private static void CheckSize(FieldAt volume)
    {
        FieldAt emptyDir = volume["emptyDir"], size = emptyDir["sizeLimit"];
        switch (QuantityField.Read(size.Field, out Quantity quantity))
        {
            case QuantityState.Unknown:
                size.ReportUnknown();
                break;
            case QuantityState.Unset:
            case QuantityState.Valid when quantity.IsZero:
                string problem = emptyDir["medium"].Text == "Memory" ? ", so it may fill the node's memory" : "";
                size.Report($"volume '{volume["name"].Shown}' has no size limit{problem}");
                break;
        }
    }

    // A volume with nothing but a name is an emptyDir, too.
    private static bool IsEmptyDir(Field volume) => !volume["emptyDir"].IsUnset
        || (volume.Value.ObjectOrNull() is { Count: 1 } only && only.ContainsKey("name"));
}

using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>The rules about limit ranges.</summary>
internal static class LimitRangeRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectSetRule("RMP3041", "namespace-limit-range", RuleCategory.Resources, DiagnosticSeverity.Warning)
        {
            Summary = "Every namespace has a LimitRange that fills in the requests and limits that containers do not set: beside a quota, hooks, jobs and injected containers are rejected without one.",
            Allowed = "a LimitRange in the namespace",
            Fix = "add a LimitRange with default, defaultRequest, min and max for containers",
            Guide = "Resource Quotas",
            Example = new(
                """
                kind: Namespace
                metadata: {name: shop}
                ---
                containers: [{name: app}]
                """,
                """
                kind: Namespace
                metadata: {name: shop}
                ---
                kind: LimitRange
                metadata: {name: limits, namespace: shop}
                spec:
                  limits: [{type: Container, default: {memory: 256Mi}, max: {memory: 1Gi}}]
                ---
                containers: [{name: app}]
                """,
                "Containers outside min and max are rejected; containers without values get the defaults."),
            Check = CheckMissing,
        },
        new ObjectSetRule("RMP3042", "limit-range-complete", RuleCategory.Resources, DiagnosticSeverity.Info)
        {
            Summary = "The LimitRanges of a namespace give containers default requests and limits for cpu and memory, and bounds for both.",
            Allowed = "an item of type Container with default, defaultRequest, max and min for cpu and memory",
            Fix = "add what is missing to spec.limits",
            Guide = "Resource Quotas",
            OtherIds = ["trivy:KSV-0039"],
            Example = new(
                """
                kind: LimitRange
                spec:
                  limits:
                  - {type: Container, max: {cpu: "2", memory: 2Gi}}
                """,
                """
                kind: LimitRange
                spec:
                  limits:
                  - type: Container
                    min: {cpu: 10m, memory: 16Mi}
                    defaultRequest: {cpu: 100m, memory: 128Mi}
                    default: {cpu: 500m, memory: 256Mi}
                    max: {cpu: "2", memory: 2Gi}
                """),
            Check = static inspection =>
            {
                foreach (NamespaceLimits limits in LimitRanges.Of(inspection.Facts).ByNamespace.Values)
                {
                    if (limits.Unknown is { } unknown)
                    {
                        inspection.Unknown(limits.UnknownIn!, unknown.Path, unknown.Problem);
                        continue;
                    }

                    CheckComplete(limits, inspection);
                }
            },
        },
        LimitRangeOrderRule.Descriptor,
        new ObjectSetRule("RMP3044", "limit-range-admits", RuleCategory.Resources, DiagnosticSeverity.Error)
        {
            Summary = "Every container is within the bounds of the LimitRanges beside it, since the API server rejects its pod otherwise.",
            Allowed = "requests and limits from min to max of the LimitRange",
            Fix = "change the container's values or the LimitRange's bounds",
            Guide = "Resource Quotas",
            Example = new(
                """
                containers: [{name: app, resources: {limits: {memory: 4Gi}}}]
                ---
                kind: LimitRange
                metadata: {name: limits, namespace: shop}
                spec: {limits: [{type: Container, max: {memory: 1Gi}}]}
                """,
                """
                containers: [{name: app, resources: {limits: {memory: 1Gi}}}]
                ---
                kind: LimitRange
                metadata: {name: limits, namespace: shop}
                spec: {limits: [{type: Container, max: {memory: 1Gi}}]}
                """),
            Check = static inspection =>
            {
                foreach ((string place, NamespaceLimits limits) in LimitRanges.Of(inspection.Facts).ByNamespace)
                {
                    if (limits.Unknown is { } unknown)
                    {
                        inspection.Unknown(limits.UnknownIn!, unknown.Path, unknown.Problem);
                        continue;
                    }

                    foreach (Workload workload in NamespaceWorkloads.Of(inspection.Facts).In(place))
                    {
                        CheckAdmits(workload, limits, inspection);
                    }
                }
            },
        },
    ];

    private static void CheckMissing(Inspection inspection)
    {
        ObjectSet objects = inspection.Objects;
        foreach (KubernetesObject place in objects.OfKind("", "Namespace"))
        {
            if (NamespaceWorkloads.Of(inspection.Facts).In(place.Name).Count > 0)
            {
                ReportMissing(place, place.Name, "name", $"namespace '{place.Name}' has no LimitRange", inspection);
            }
        }

        foreach (KubernetesObject quota in objects.OfKind("", "ResourceQuota"))
        {
            // Reported at the namespace where that is declared, and otherwise at its first quota on cpu or memory.
            if (objects.Find("", "Namespace", "", KubernetesNamespaces.NameOf(quota.Place)) is null && FirstQuotas.Of(inspection.Facts).OnCompute(quota.Place) == quota)
            {
                ReportMissing(
                    quota, quota.Place, "namespace", "there is no LimitRange beside the quota, which rejects every pod without a request or limit", inspection);
            }
        }
    }

    private static void ReportMissing(KubernetesObject item, string place, string field, string problem, Inspection inspection)
    {
        if (inspection.Objects.OfKind("", "LimitRange", place).Count > 0)
        {
            return;
        }

        if (inspection.Objects.MayHoldMore("", "LimitRange", place))
        {
            inspection.At(item)["metadata"][field].ReportUnknownNamespace();
        }
        else
        {
            inspection.At(item).Report(problem);
        }
    }

    private static void CheckComplete(NamespaceLimits limits, Inspection inspection)
    {
        ResourceList limit = ResourceList.Empty, request = ResourceList.Empty, max = ResourceList.Empty, min = ResourceList.Empty;
        LimitRangeItem? first = null;
        foreach (LimitRangeItem item in limits.Items)
        {
            if (item.Type == LimitRangeItem.OfContainers)
            {
                first ??= item;
                limit = limit.WithDefaults(item.Default);
                request = request.WithDefaults(item.DefaultRequest);
                max = max.WithDefaults(item.Max);
                min = min.WithDefaults(item.Min);
            }
        }

        if (first is null)
        {
            inspection.At(limits.Objects[0])["spec"]["limits"].Report("there is no item of type Container");
            return;
        }

        List<string> missing = [];
        foreach ((string name, ResourceList list) in (ReadOnlySpan<(string, ResourceList)>)[("default", limit), ("defaultRequest", request), ("max", max), ("min", min)])
        {
            foreach (string resource in (ReadOnlySpan<string>)[ResourceList.Cpu, ResourceList.Memory])
            {
                if (list[resource] is null)
                {
                    missing.Add($"{name}.{resource}");
                }
            }
        }

        if (missing.Count > 0)
        {
            inspection.Broken(first.Object, first.Path, $"the item of type Container has no {string.Join(", ", missing)}");
        }
    }

    private static void CheckAdmits(Workload workload, NamespaceLimits limits, Inspection inspection)
    {
        if (!PodResourcesReader.TryRead(workload, out PodResources? pod, out UnknownField unknown))
        {
            inspection.Unknown(workload.Object, unknown.Path, unknown.Problem);
            return;
        }

        LimitVerdict verdict = limits.Judge(workload, pod);
        foreach ((LimitRangeGroup group, LimitRangeViolation violation) in verdict.Told)
        {
            string rejects = group.Count == 1 ? "rejects" : $"and {group.Count - 1} more reject";
            FieldOf(violation, workload, inspection).Report($"{group.First} {rejects} the pods: {violation.Describe(workload)}", violation.Found);
        }

        foreach ((LimitRangeViolation like, int more) in verdict.More)
        {
            FieldOf(like, workload, inspection).Report($"{more} more LimitRanges of the namespace reject the pods by their {like.Bound}", "");
        }
    }

    private static FieldAt FieldOf(LimitRangeViolation violation, Workload workload, Inspection inspection)
    {
        FieldAt at = violation.Container < 0 ? inspection.At(workload) : inspection.At(workload.Containers[violation.Container]);
        return at["resources"][violation.List][violation.Resource];
    }
}

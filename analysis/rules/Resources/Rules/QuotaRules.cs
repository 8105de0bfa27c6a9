using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>The rules about quotas.</summary>
internal static class QuotaRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectRule("RMP3031", "namespace-quota", RuleCategory.Resources, DiagnosticSeverity.Warning, "", "Namespace")
        {
            Summary = "Every namespace has a ResourceQuota, so that what runs there cannot use up the whole cluster.",
            Allowed = "a ResourceQuota in the namespace",
            Fix = "add a ResourceQuota with room for all replicas, an update and the jobs",
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
                kind: ResourceQuota
                metadata: {name: quota, namespace: shop}
                spec:
                  hard: {requests.cpu: "2", requests.memory: 2Gi, limits.cpu: "4", limits.memory: 4Gi}
                ---
                containers: [{name: app}]
                """,
                "Pods beyond the quota, or without the requests and limits that it counts, are rejected."),
            Check = static (item, inspection) =>
            {
                if (NamespaceWorkloads.Of(inspection.Facts).In(item.Name).Count == 0
                    || inspection.Objects.OfKind("", "ResourceQuota", item.Name).Count > 0)
                {
                    return;
                }

                if (inspection.Objects.MayHoldMore("", "ResourceQuota", item.Name))
                {
                    inspection.At(item)["metadata"]["name"].ReportUnknownNamespace();
                }
                else
                {
                    inspection.At(item).Report($"namespace '{item.Name}' has no ResourceQuota");
                }
            },
        },
        new ObjectRule("RMP3032", "quota-keys", RuleCategory.Resources, DiagnosticSeverity.Warning, "", "ResourceQuota")
        {
            Summary = "The quotas of a namespace limit requests and limits of cpu and memory, each of which can exhaust a cluster.",
            Allowed = "requests.cpu, requests.memory, limits.cpu and limits.memory",
            Fix = "add the missing keys to spec.hard",
            Guide = "Resource Quotas",
            OtherIds = ["trivy:KSV-0040"],
            Example = new(
                """
                kind: ResourceQuota
                spec:
                  hard: {requests.cpu: "2"}
                """,
                """
                kind: ResourceQuota
                spec:
                  hard: {requests.cpu: "2", requests.memory: 2Gi, limits.cpu: "4", limits.memory: 4Gi}
                """,
                "Pods without the requests and limits that the new keys count are rejected."),
            Check = CheckKeys,
        },
        new ObjectRule("RMP3033", "quota-claims", RuleCategory.Resources, DiagnosticSeverity.Info, "", "ResourceQuota")
        {
            Summary = "The quotas of a namespace limit its volume claims, which cost money and outlive the pods.",
            Allowed = "persistentvolumeclaims, or requests.storage",
            Fix = "add persistentvolumeclaims to spec.hard; 0 where nothing stores data",
            Guide = "Resource Quotas",
            Example = new(
                """
                kind: ResourceQuota
                spec:
                  hard: {requests.cpu: "2", requests.memory: 2Gi, limits.cpu: "4", limits.memory: 4Gi}
                """,
                """
                kind: ResourceQuota
                spec:
                  hard: {requests.cpu: "2", requests.memory: 2Gi, limits.cpu: "4", limits.memory: 4Gi, persistentvolumeclaims: "0"}
                """,
                "Claims beyond this number are rejected."),
            Check = CheckClaims,
        },
        QuotaScopesRule.Descriptor,
        new ObjectSetRule("RMP3035", "quota-fits", RuleCategory.Resources, DiagnosticSeverity.Error)
        {
            Summary = "Every quota has room for all replicas, or the most that an autoscaler may request, with the pods that an update adds and the jobs, since pods beyond it are not created.",
            Allowed = "a quota of at least what is needed at any time",
            Fix = "raise the quota, or lower replicas or requests",
            Guide = "Resource Quotas",
            Example = new(
                """
                containers: [{name: app, resources: {requests: {cpu: "1"}}}]
                ---
                kind: ResourceQuota
                metadata: {name: quota, namespace: shop}
                spec: {hard: {requests.cpu: "2"}}
                """,
                """
                containers: [{name: app, resources: {requests: {cpu: "1"}}}]
                ---
                kind: ResourceQuota
                metadata: {name: quota, namespace: shop}
                spec: {hard: {requests.cpu: "8"}}
                """),
            Check = CheckFits,
        },
        new ObjectSetRule("RMP3036", "quota-demands", RuleCategory.Resources, DiagnosticSeverity.Error)
        {
            Summary = "Every container, init containers too, sets the requests and limits that a quota counts, since the API server rejects its pod otherwise.",
            Allowed = "a request or limit for each key of the quota, from the container or a LimitRange",
            Fix = "set the values, or add a LimitRange that fills them in",
            Guide = "Resource Quotas",
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: ResourceQuota
                metadata: {name: quota, namespace: shop}
                spec: {hard: {requests.cpu: "8"}}
                """,
                """
                containers: [{name: app, resources: {requests: {cpu: "1"}}}]
                ---
                kind: ResourceQuota
                metadata: {name: quota, namespace: shop}
                spec: {hard: {requests.cpu: "8"}}
                """),
            Check = CheckDemands,
        },
        new ObjectSetRule("RMP3051", "quota-fits-update", RuleCategory.Resources, DiagnosticSeverity.Warning)
        {
            Summary = "Every quota also has room for the pods that are terminating during an update. A pod counts until it is gone, at most for its grace period: where nothing delays new pods (minReadySeconds, the initial delay of a probe), an update has up to two pods for each replica. In a smaller quota the update fails to create pods (exceeded quota) until others are gone.",
            Allowed = "a quota of at least what is needed at any time",
            Fix = "raise the quota, lower replicas or requests, or slow the update down with minReadySeconds",
            Guide = "Resource Quotas",
            Example = new(
                """
                containers: [{name: app, resources: {requests: {cpu: "1"}}}]
                ---
                kind: ResourceQuota
                metadata: {name: quota, namespace: shop}
                spec: {hard: {requests.cpu: "4"}}
                """,
                """
                containers: [{name: app, resources: {requests: {cpu: "1"}}}]
                ---
                kind: ResourceQuota
                metadata: {name: quota, namespace: shop}
                spec: {hard: {requests.cpu: "8"}}
                """),
            Check = CheckFitsUpdate,
        },
    ];

    private static void CheckKeys(KubernetesObject item, Inspection inspection)
    {
        // Reported once per namespace, at the first quota that counts all pods.
        if (FirstQuotas.Of(inspection.Facts).OnAllPods(item.Place) != item)
        {
            return;
        }

        FieldAt hard = inspection.At(item)["spec"]["hard"];
        List<string>? missing = null;
        foreach (string name in (ReadOnlySpan<string>)["requests.cpu", "requests.memory", "limits.cpu", "limits.memory"])
        {
            switch (IsNamed(item.Place, name, inspection))
            {
                case Flag.False:
                    (missing ??= []).Add(name);
                    break;
                case Flag.Unknown:
                    hard.ReportUnknown();
                    return;
            }
        }

        if (missing is not null)
        {
            hard.Report($"the quota does not limit {string.Join(", ", missing)}");
        }
    }

    private static Flag IsNamed(string place, string name, Inspection inspection)
    {
        // The API server accepts 'cpu' for 'requests.cpu'.
        string? other = name switch
        {
            "requests.cpu" => ResourceList.Cpu,
            "requests.memory" => ResourceList.Memory,
            _ => null,
        };
        Flag result = Flag.False;
        foreach (KubernetesObject quota in inspection.Objects.OfKind("", "ResourceQuota", place))
        {
            Field hard = quota.Spec["hard"];
            if (hard.Presence == Flag.Unknown)
            {
                result = Flag.Unknown;
            }
            else if (!hard[name].IsUnset || (other is not null && !hard[other].IsUnset))
            {
                return Flag.True;
            }
        }

        return result;
    }

    private static void CheckClaims(KubernetesObject item, Inspection inspection)
    {
        if (FirstQuotas.Of(inspection.Facts).OnAllPods(item.Place) != item)
        {
            return;
        }

        foreach (KubernetesObject quota in inspection.Objects.OfKind("", "ResourceQuota", item.Place))
        {
            if (QuotaScope.IsSet(quota) != Flag.False)
            {
                continue;
            }

            Field hard = quota.Spec["hard"];
            if (hard.Presence == Flag.Unknown
                || !hard["persistentvolumeclaims"].IsUnset
                || !hard["count/persistentvolumeclaims"].IsUnset
                || !hard["requests.storage"].IsUnset)
            {
                return;
            }
        }

        inspection.At(item)["spec"]["hard"].Report("the quota does not limit persistentvolumeclaims");
    }

    private static void CheckFits(Inspection inspection)
    {
        Dictionary<QuotaCount, string> named = new(ReferenceEqualityComparer.Instance);
        Dictionary<QuotaCount, int> inDoubt = new(ReferenceEqualityComparer.Instance);
        foreach (QuotaOutlook outlook in QuotaOutlooks.Of(inspection.Facts).All)
        {
            bool isShort = false;
            foreach (QuotaVerdict verdict in outlook.Feasibility.Verdicts)
            {
                // What fits at the peak of an update fits before it, too.
                if (!verdict.Fits && outlook.WithoutEnding(verdict) is { Fits: false } steady)
                {
                    isShort = true;
                    inspection.At(outlook.Quota)["spec"]["hard"][verdict.Resource].Report(
                        QuotaShortage.Describe(steady, outlook.Count, named, withEnding: false), verdict.Hard.ToString());
                }
            }

            // A quota that is too small without it is too small with it.
            if (!isShort)
            {
                if (outlook.OwnDoubt is { } own)
                {
                    inspection.Unknown(own.Object, own.Field.Path, own.Field.Problem);
                }

                inDoubt[outlook.Count] = inDoubt.GetValueOrDefault(outlook.Count) + 1;
            }
        }

        // Quotas with other scopes may depend on the same.
        Dictionary<QuotaDoubt, int> dependents = new(ReferenceEqualityComparer.Instance);
        foreach ((QuotaCount count, int quotas) in inDoubt)
        {
            foreach (QuotaDoubt doubt in count.Doubts)
            {
                dependents[doubt] = dependents.GetValueOrDefault(doubt) + quotas;
            }
        }

        foreach ((QuotaDoubt doubt, int quotas) in dependents)
        {
            inspection.Unknown(doubt.Object, doubt.Field.Path, doubt.Field.Problem + (quotas == 1 ? "" : $", and {quotas} quotas depend on it"));
        }
    }

    private static void CheckDemands(Inspection inspection)
    {
        List<(QuotaOutlook First, QuotaDemands Demands)> all = [];
        Dictionary<QuotaDemands, int> counts = [];
        foreach (QuotaOutlook outlook in QuotaOutlooks.Of(inspection.Facts).All)
        {
            QuotaDemands demands = outlook.Count.Pods.FindUnset(outlook.Hard);
            if (counts.TryAdd(demands, 1))
            {
                all.Add((outlook, demands));
            }
            else
            {
                counts[demands]++;
            }
        }

        foreach ((QuotaOutlook first, QuotaDemands demands) in all)
        {
            string reject = counts[demands] == 1 ? "rejects" : $"and {counts[demands] - 1} more reject";
            foreach ((int place, string problem) in demands.Problems)
            {
                inspection.At(first.Count.Uses[place].Workload).Report($"{first.Quota} {reject} the pods: {problem}");
            }
        }
    }

    private static void CheckFitsUpdate(Inspection inspection)
    {
        Dictionary<QuotaCount, string> named = new(ReferenceEqualityComparer.Instance);
        foreach (QuotaOutlook outlook in QuotaOutlooks.Of(inspection.Facts).All)
        {
            foreach (QuotaVerdict verdict in outlook.Feasibility.Verdicts)
            {
                if (!verdict.Fits && outlook.WithoutEnding(verdict).Fits)
                {
                    inspection.At(outlook.Quota)["spec"]["hard"][verdict.Resource].Report(
                        QuotaShortage.Describe(verdict, outlook.Count, named, withEnding: true), verdict.Hard.ToString());
                }
            }
        }
    }
}

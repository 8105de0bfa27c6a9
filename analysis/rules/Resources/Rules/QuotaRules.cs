using System.Globalization;
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
            Summary = "Every namespace has a ResourceQuota, so that what runs there cannot take the whole cluster.",
            Allowed = "a ResourceQuota in the namespace",
            Fix = "add a ResourceQuota with room for all replicas, an update and the jobs",
            Guide = "Resource Quotas",
            Check = static (item, inspection) =>
            {
                if (NamespaceWorkloads.Of(inspection.Facts).In(item.Name).Count == 0
                    || inspection.Objects.OfKind("", "ResourceQuota", item.Name).Count > 0)
                {
                    return;
                }

                if (inspection.Objects.MayHoldMore("", "ResourceQuota", item.Name))
                {
                    inspection.UnknownNamespace(item, "metadata.name");
                }
                else
                {
                    inspection.Broken(item, "", $"namespace '{item.Name}' has no ResourceQuota");
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
            Check = CheckQuotaKeys,
        },
        new ObjectRule("RMP3033", "quota-claims", RuleCategory.Resources, DiagnosticSeverity.Info, "", "ResourceQuota")
        {
            Summary = "The quotas of a namespace limit its volume claims, which cost money and outlive the pods.",
            Allowed = "persistentvolumeclaims, or requests.storage",
            Fix = "add persistentvolumeclaims to spec.hard; 0 where nothing keeps data",
            Guide = "Resource Quotas",
            Check = CheckQuotaClaims,
        },
        QuotaScopesRule.Descriptor,
        new ObjectSetRule("RMP3035", "quota-fits", RuleCategory.Resources, DiagnosticSeverity.Error)
        {
            Summary = "Every quota holds all replicas, or the most that an autoscaler may ask for, with the pods that an update adds and the jobs, since what is beyond it is not made.",
            Allowed = "a quota of at least what is needed at a time",
            Fix = "raise the quota, or lower replicas or requests",
            Guide = "Resource Quotas",
            Check = CheckQuotaFits,
        },
        new ObjectSetRule("RMP3036", "quota-demands", RuleCategory.Resources, DiagnosticSeverity.Error)
        {
            Summary = "Every container, init containers too, sets the requests and limits that a quota counts, since the API server rejects its pod otherwise.",
            Allowed = "a request or limit for each key of the quota, by the container or a LimitRange",
            Fix = "set the values, or add a LimitRange that fills them in",
            Guide = "Resource Quotas",
            Check = CheckQuotaDemands,
        },
        new ObjectSetRule("RMP3051", "quota-fits-update", RuleCategory.Resources, DiagnosticSeverity.Warning)
        {
            Summary = "Every quota also holds the pods that are ending while an update goes on. A pod counts until it is gone, at most for its grace period: where nothing holds back new pods (minReadySeconds, the initial delay of a probe), an update has up to two pods for each replica. In a smaller quota the update fails to create pods (exceeded quota) until others are gone.",
            Allowed = "a quota of at least what is needed at a time",
            Fix = "raise the quota, lower replicas or requests, or slow the update down with minReadySeconds",
            Guide = "Resource Quotas",
            Check = CheckQuotaFitsUpdate,
        },
    ];

    private static void CheckQuotaKeys(KubernetesObject item, Inspection inspection)
    {
        // Said once per namespace, of the first quota that counts all pods.
        if (FirstQuotas.Of(inspection.Facts).OnAllPods(item.Place) != item)
        {
            return;
        }

        List<string>? missing = null;
        foreach (string name in (ReadOnlySpan<string>)["requests.cpu", "requests.memory", "limits.cpu", "limits.memory"])
        {
            switch (IsNamed(item.Place, name, inspection))
            {
                case Flag.False:
                    (missing ??= []).Add(name);
                    break;
                case Flag.Unknown:
                    inspection.Unknown(item, "spec.hard");
                    return;
            }
        }

        if (missing is not null)
        {
            inspection.Broken(item, "spec.hard", $"the quota does not limit {string.Join(", ", missing)}");
        }
    }

    private static Flag IsNamed(string place, string name, Inspection inspection)
    {
        // The API server takes 'cpu' for 'requests.cpu'.
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

    private static void CheckQuotaClaims(KubernetesObject item, Inspection inspection)
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

        inspection.Broken(item, "spec.hard", "the quota does not limit persistentvolumeclaims");
    }

    private static void CheckQuotaFits(Inspection inspection)
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
                    inspection.Broken(
                        outlook.Quota,
                        QuantityField.PathOf("spec.hard", verdict.Resource),
                        QuotaShortage.Describe(steady, outlook.Count, named, withEnding: false),
                        verdict.Hard.ToString());
                }
            }

            // What is short without it is short with it.
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
            string more = quotas == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", and {quotas} quotas depend on it");
            inspection.Unknown(doubt.Object, doubt.Field.Path, doubt.Field.Problem + more);
        }
    }

    private static void CheckQuotaDemands(Inspection inspection)
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
            string reject = counts[demands] == 1 ? "rejects" : string.Create(CultureInfo.InvariantCulture, $"and {counts[demands] - 1} more reject");
            foreach ((int place, string problem) in demands.Problems)
            {
                Workload workload = first.Count.Uses[place].Workload;
                inspection.Broken(workload.Object, workload.SpecPath, $"{first.Quota} {reject} the pods: {problem}");
            }
        }
    }

    private static void CheckQuotaFitsUpdate(Inspection inspection)
    {
        Dictionary<QuotaCount, string> named = new(ReferenceEqualityComparer.Instance);
        foreach (QuotaOutlook outlook in QuotaOutlooks.Of(inspection.Facts).All)
        {
            foreach (QuotaVerdict verdict in outlook.Feasibility.Verdicts)
            {
                if (!verdict.Fits && outlook.WithoutEnding(verdict).Fits)
                {
                    inspection.Broken(
                        outlook.Quota,
                        QuantityField.PathOf("spec.hard", verdict.Resource),
                        QuotaShortage.Describe(verdict, outlook.Count, named, withEnding: true),
                        verdict.Hard.ToString());
                }
            }
        }
    }
}

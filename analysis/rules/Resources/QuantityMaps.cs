using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>What a map of quantities is for.</summary>
internal enum QuantityMapKind
{
    /// <summary>The requests or limits of a container or pod.</summary>
    Compute,

    /// <summary>The <c>hard</c> of a ResourceQuota.</summary>
    Quota,

    /// <summary>A map of a LimitRange.</summary>
    LimitRange,

    /// <summary>The map of a LimitRange with ratios in place of amounts.</summary>
    Ratio,

    /// <summary>The requests or limits of a volume claim.</summary>
    Storage,
}

/// <summary>Visits every map of quantities in all objects, except for containers that are not known.</summary>
internal static class QuantityMaps
{
    /// <summary>Gets a map.</summary>
    /// <param name="item">The object.</param>
    /// <param name="map">The map, which is set.</param>
    /// <param name="kind">What it is for.</param>
    public delegate void Visitor(KubernetesObject item, LocatedField map, QuantityMapKind kind);

    public static void Visit(ObjectSet objects, Visitor visitor)
    {
        foreach (Workload workload in objects.Workloads)
        {
            VisitWorkload(workload, visitor);
        }

        foreach (KubernetesObject quota in objects.OfKind("", "ResourceQuota"))
        {
            Visit(quota, SpecOf(quota)["hard"], QuantityMapKind.Quota, visitor);
        }

        foreach (KubernetesObject limitRange in objects.OfKind("", "LimitRange"))
        {
            foreach (LocatedField item in SpecOf(limitRange)["limits"].Items)
            {
                foreach (string map in (ReadOnlySpan<string>)["default", "defaultRequest", "max", "maxLimitRequestRatio", "min"])
                {
                    Visit(limitRange, item[map], map == "maxLimitRequestRatio" ? QuantityMapKind.Ratio : QuantityMapKind.LimitRange, visitor);
                }
            }
        }

        foreach (KubernetesObject claim in objects.OfKind("", "PersistentVolumeClaim"))
        {
            VisitResources(claim, SpecOf(claim)["resources"], QuantityMapKind.Storage, visitor);
        }

        foreach (KubernetesObject set in objects.OfKind("apps", "StatefulSet"))
        {
            foreach (LocatedField claim in SpecOf(set)["volumeClaimTemplates"].Items)
            {
                VisitResources(set, claim["spec"]["resources"], QuantityMapKind.Storage, visitor);
            }
        }
    }

    private static LocatedField SpecOf(KubernetesObject item) => new("spec", item.Spec);

    private static void VisitWorkload(Workload workload, Visitor visitor)
    {
        foreach (Container container in workload.Containers)
        {
            if (!container["resources"].IsUnset && !container.Body.IsUnknown)
            {
                VisitResources(workload.Object, new LocatedField(container.Path, container.Body)["resources"], QuantityMapKind.Compute, visitor);
            }
        }

        LocatedField pod = new(workload.SpecPath, workload.PodSpec);
        VisitResources(workload.Object, pod["resources"], QuantityMapKind.Compute, visitor);
        foreach (LocatedField volume in pod["volumes"].Items)
        {
            LocatedField claim = volume["ephemeral"];
            if (!claim.Field.IsUnset && !claim.Field.IsUnknown)
            {
                VisitResources(workload.Object, claim["volumeClaimTemplate"]["spec"]["resources"], QuantityMapKind.Storage, visitor);
            }
        }
    }

    private static void VisitResources(KubernetesObject item, LocatedField resources, QuantityMapKind kind, Visitor visitor)
    {
        Visit(item, resources["requests"], kind, visitor);
        Visit(item, resources["limits"], kind, visitor);
    }

    private static void Visit(KubernetesObject item, LocatedField map, QuantityMapKind kind, Visitor visitor)
    {
        if (!map.Field.IsUnset)
        {
            visitor(item, map, kind);
        }
    }
}

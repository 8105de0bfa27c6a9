using System.Globalization;
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
    /// <param name="path">Makes its path.</param>
    /// <param name="kind">What it is for.</param>
    public delegate void Visitor(KubernetesObject item, Field map, QuantityMapPath path, QuantityMapKind kind);

    public static void Visit(ObjectSet objects, Visitor visitor)
    {
        foreach (Workload workload in objects.Workloads)
        {
            VisitWorkload(workload, visitor);
        }

        foreach (KubernetesObject quota in objects.OfKind("", "ResourceQuota"))
        {
            Visit(quota, quota.Spec["hard"], new QuantityMapPath("spec", "hard"), QuantityMapKind.Quota, visitor);
        }

        foreach (KubernetesObject limitRange in objects.OfKind("", "LimitRange"))
        {
            VisitLimitRange(limitRange, visitor);
        }

        foreach (KubernetesObject claim in objects.OfKind("", "PersistentVolumeClaim"))
        {
            VisitResources(claim, claim.Spec["resources"], "spec.resources", QuantityMapKind.Storage, visitor);
        }

        foreach (KubernetesObject set in objects.OfKind("apps", "StatefulSet"))
        {
            if (set.Spec["volumeClaimTemplates"].TryGetItems(out FieldItems claims))
            {
                for (int i = 0; i < claims.Count; i++)
                {
                    string path = string.Create(CultureInfo.InvariantCulture, $"spec.volumeClaimTemplates[{i}].spec.resources");
                    VisitResources(set, claims[i]["spec"]["resources"], path, QuantityMapKind.Storage, visitor);
                }
            }
        }
    }

    private static void VisitWorkload(Workload workload, Visitor visitor)
    {
        for (int i = 0; i < workload.Containers.Count; i++)
        {
            Container container = workload.Containers[i];
            Field resources = container["resources"];
            if (resources.IsUnset || container.Body.IsUnknown)
            {
                continue;
            }

            Visit(workload.Object, resources["requests"], new QuantityMapPath(container.Path, "resources.requests"), QuantityMapKind.Compute, visitor);
            Visit(workload.Object, resources["limits"], new QuantityMapPath(container.Path, "resources.limits"), QuantityMapKind.Compute, visitor);
        }

        Field pod = workload.PodSpec["resources"];
        if (!pod.IsUnset)
        {
            Visit(workload.Object, pod["requests"], new QuantityMapPath(workload.SpecPath, "resources.requests"), QuantityMapKind.Compute, visitor);
            Visit(workload.Object, pod["limits"], new QuantityMapPath(workload.SpecPath, "resources.limits"), QuantityMapKind.Compute, visitor);
        }

        if (workload.PodSpec["volumes"].TryGetItems(out FieldItems volumes))
        {
            for (int i = 0; i < volumes.Count; i++)
            {
                Field claim = volumes[i]["ephemeral"];
                if (!claim.IsUnset && !claim.IsUnknown)
                {
                    string path = string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.volumes[{i}].ephemeral.volumeClaimTemplate.spec.resources");
                    VisitResources(workload.Object, claim["volumeClaimTemplate"]["spec"]["resources"], path, QuantityMapKind.Storage, visitor);
                }
            }
        }
    }

    private static void VisitLimitRange(KubernetesObject limitRange, Visitor visitor)
    {
        if (!limitRange.Spec["limits"].TryGetItems(out FieldItems items))
        {
            return;
        }

        for (int i = 0; i < items.Count; i++)
        {
            string path = PathPool.Item("spec", "limits", i);
            foreach (string map in (ReadOnlySpan<string>)["default", "defaultRequest", "max", "maxLimitRequestRatio", "min"])
            {
                QuantityMapKind kind = map == "maxLimitRequestRatio" ? QuantityMapKind.Ratio : QuantityMapKind.LimitRange;
                Visit(limitRange, items[i][map], new QuantityMapPath(path, map), kind, visitor);
            }
        }
    }

    private static void VisitResources(
        KubernetesObject item, Field resources, string path, QuantityMapKind kind, Visitor visitor)
    {
        Visit(item, resources["requests"], new QuantityMapPath(path, "requests"), kind, visitor);
        Visit(item, resources["limits"], new QuantityMapPath(path, "limits"), kind, visitor);
    }

    private static void Visit(
        KubernetesObject item, Field map, QuantityMapPath path, QuantityMapKind kind, Visitor visitor)
    {
        if (!map.IsUnset)
        {
            visitor(item, map, path, kind);
        }
    }
}

/// <summary>The path of a map, put together only when it is needed.</summary>
/// <param name="Parent">The path of the object with the map.</param>
/// <param name="Map">The rest.</param>
internal readonly record struct QuantityMapPath(string Parent, string Map)
{
    /// <summary>The path of an entry.</summary>
    public string Of(string name) => QuantityField.PathOf(ToString(), name);

    /// <summary>The path of the map.</summary>
    public override string ToString() => $"{Parent}.{Map}";
}

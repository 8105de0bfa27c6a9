using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>The volume claims that pods bring with them: those of a StatefulSet's templates, and generic ephemeral volumes.</summary>
internal static class PodClaims
{
    /// <summary>The claims of one pod, as <c>persistentvolumeclaims</c> and <c>requests.storage</c>; false when they are not known.</summary>
    public static bool TryRead(Workload workload, out ResourceList claims)
    {
        claims = ResourceList.Empty;
        if (workload.Object.Kind == "StatefulSet")
        {
            if (!workload.Object.Spec["volumeClaimTemplates"].TryGetItems(out FieldItems templates))
            {
                return false;
            }

            foreach (Field template in templates)
            {
                if (!TryAdd(ref claims, template["spec"]))
                {
                    return false;
                }
            }
        }

        if (!workload.PodSpec["volumes"].TryGetItems(out FieldItems volumes))
        {
            return false;
        }

        foreach (Field volume in volumes)
        {
            Field ephemeral = volume["ephemeral"];
            if (!ephemeral.IsUnset && !TryAdd(ref claims, ephemeral["volumeClaimTemplate"]["spec"]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryAdd(ref ResourceList claims, Field spec)
    {
        if (QuantityField.Read(spec["resources"]["requests"]["storage"], out Quantity storage) is not (QuantityState.Valid or QuantityState.Unset))
        {
            return false;
        }

        claims += ResourceList.Empty.With("persistentvolumeclaims", Quantity.From(1)).With("requests.storage", storage);
        return true;
    }
}

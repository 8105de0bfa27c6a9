using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity;

/// <summary>The service account of a pod.</summary>
internal static class PodAccount
{
    /// <summary>The account of a pod that names none.</summary>
    public const string Default = "default";

    /// <summary>Reads the name of a pod's account; false when it is not known.</summary>
    public static bool TryGetName(Workload workload, out string name)
    {
        // The API server reads the deprecated field only where the other one is empty.
        Field field = workload.PodSpec["serviceAccountName"], deprecated = workload.PodSpec["serviceAccount"];
        if (!field.TryGetText(out name) || (name.Length == 0 && !deprecated.TryGetText(out name)))
        {
            return false;
        }

        name = name.Length == 0 ? Default : name;
        return true;
    }

    /// <summary>The name as messages show it.</summary>
    public static string Show(Workload workload, string name) =>
        workload.PodSpec["serviceAccountName"].IsSecret || workload.PodSpec["serviceAccount"].IsSecret ? Field.Secret : name;

    /// <summary>Whether the kubelet mounts a token of the account for every container; true when nothing says otherwise.</summary>
    public static Flag MountsToken(ObjectSet objects, Workload workload)
    {
        Flag ofPod = workload.PodSpec["automountServiceAccountToken"].Flag;
        if (ofPod != Flag.Unset)
        {
            return ofPod;
        }

        if (!TryGetName(workload, out string name))
        {
            return Flag.Unknown;
        }

        if (objects.Find("", "ServiceAccount", workload.Object.Place, name) is not { } account)
        {
            return objects.MayHoldMore("", "ServiceAccount", workload.Object.Place) ? Flag.Unknown : Flag.True;
        }

        Flag ofAccount = account["automountServiceAccountToken"].Flag;
        return ofAccount == Flag.Unset ? Flag.True : ofAccount;
    }
}

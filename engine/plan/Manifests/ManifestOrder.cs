namespace Rampart.Plan.Manifests;

/// <summary>
/// The order in which objects can be applied one after another: what others need comes first, so that a plain
/// <c>kubectl apply -f</c> works.
/// </summary>
public static class ManifestOrder
{
    // Kinds that are not here come between configuration and workloads: custom objects, mostly, whose definitions are
    // there by then and which no workload of this library waits for.
    private const int Unknown = 60;

    /// <summary>The Kubernetes objects of a plan in that order; within a kind in the order of their registrations.</summary>
    public static Manifest[] Sort(Plans.Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        int count = 0;
        foreach (Plans.PlanResource resource in plan.Resources)
        {
            count += resource.IsKubernetesObject ? 1 : 0;
        }

        Manifest[] manifests = new Manifest[count];
        int next = 0;
        foreach (Plans.PlanResource resource in plan.Resources)
        {
            if (resource.IsKubernetesObject)
            {
                manifests[next] = Manifest.From(resource);
                next++;
            }
        }

        // The rank in the upper half, the place in the lower: the sort stays stable.
        long[] order = new long[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = ((long)Rank(manifests[i].Kind) << 32) | (uint)i;
        }

        Array.Sort(order, manifests);
        return manifests;
    }

    /// <summary>The place of a kind; smaller comes first.</summary>
    public static int Rank(string kind) => kind switch
    {
        "Namespace" => 0,
        "CustomResourceDefinition" => 5,
        "PriorityClass" or "StorageClass" or "RuntimeClass" or "IngressClass" => 10,
        "ValidatingAdmissionPolicy" or "MutatingAdmissionPolicy" or "ConstraintTemplate" => 15,
        "ValidatingAdmissionPolicyBinding" or "MutatingAdmissionPolicyBinding" => 18,
        "ResourceQuota" or "LimitRange" => 20,
        "NetworkPolicy" => 25,
        "ServiceAccount" => 30,
        "Role" or "ClusterRole" => 35,
        "RoleBinding" or "ClusterRoleBinding" => 40,
        "Secret" => 45,
        "ConfigMap" => 50,
        "PersistentVolume" => 52,
        "PersistentVolumeClaim" => 54,
        "Service" => 56,
        "PodDisruptionBudget" => 70,

        // What prepares the ground, such as a migration, before what stands on it.
        "Job" => 75,
        "Pod" or "ReplicationController" or "ReplicaSet" or "Deployment" or "StatefulSet" or "DaemonSet" => 80,
        "HorizontalPodAutoscaler" => 85,
        "CronJob" => 90,
        "Ingress" => 92,
        "ValidatingWebhookConfiguration" or "MutatingWebhookConfiguration" or "APIService" => 95,
        _ => Unknown,
    };
}

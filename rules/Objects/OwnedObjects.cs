namespace Rampart.Rules.Objects;

/// <summary>Objects that a controller makes, such as the ReplicaSet of a Deployment in a dump of a cluster.</summary>
internal static class OwnedObjects
{
    /// <summary>Whether another object owns this one, so that what is around it is a matter of the owner.</summary>
    public static bool IsOwned(this KubernetesObject item) =>
        item.Metadata["ownerReferences"].TryGetItems(out FieldItems owners) && owners.Count > 0;
}

using Rampart.Plan.Plans;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Manifests;

/// <summary>A Kubernetes object of a plan.</summary>
/// <param name="Resource">The resource it comes from.</param>
/// <param name="ApiVersion">Group and version, e.g. <c>apps/v1</c>; <c>v1</c> for the core group.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Namespace">The namespace; empty for none, or for the one that the client is set to; <c>[secret]</c> where it is a secret.</param>
/// <param name="Name">The name; empty when it is not known yet, <c>[secret]</c> where it is a secret.</param>
/// <param name="Body">The whole object; secrets and unknowns are marked.</param>
public sealed record Manifest(
    PlanResource Resource,
    string ApiVersion,
    string Kind,
    string Namespace,
    string Name,
    PropertyObject Body)
{
    /// <summary>The object of a resource.</summary>
    /// <param name="resource">A resource of which <see cref="PlanResource.IsKubernetesObject"/> holds.</param>
    public static Manifest From(PlanResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        PropertyObject body = resource.Inputs["kind"].StringOrNull() == DashedKeys.Kind ? DashedKeys.Apply(resource.Inputs) : resource.Inputs;
        PropertyValue metadata = body["metadata"];
        PropertyObject? fields = metadata.Inner.ObjectOrNull();
        return new Manifest(
            resource,
            Text(body["apiVersion"]),
            Text(body["kind"]),
            Text(metadata.IsSecret ? metadata : fields?["namespace"] ?? default),
            Text(metadata.IsSecret ? metadata : fields?["name"] ?? default),
            body);
    }

    // These go into names of files, messages and trees.
    private static string Text(PropertyValue value) =>
        value.IsSecret && !value.Inner.IsUnknown ? PropertyMask.Secret : value.StringOrNull() ?? "";
}

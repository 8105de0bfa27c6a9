namespace Pulumi.Kubernetes;

/// <summary>The base of everything that lives in a Kubernetes cluster.</summary>
public abstract class KubernetesResource : CustomResource
{
    // A generated kind. An id in the options would turn this into a read; as in the official SDK, only Get reads.
    internal KubernetesResource(ResourceKind kind, string name, ResourceArgs args, CustomResourceOptions? options)
        : base(kind, name, args, options?.Id is null ? options : WithId(options, ""))
    {
    }

    // An object that exists already and is only read.
    internal KubernetesResource(ResourceKind kind, string name, Input<string> id, CustomResourceOptions? options)
        : base(kind, name, args: null, WithId(options, id))
    {
    }

    // A kind that the program brings.
    internal KubernetesResource(string type, string name, ResourceArgs args, CustomResourceOptions? options)
        : base(type, name, args, options)
    {
    }

    private static CustomResourceOptions WithId(CustomResourceOptions? options, Input<string> id) =>
        CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = id });
}

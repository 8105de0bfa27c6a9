namespace Pulumi.Kubernetes;

/// <summary>The base of everything that lives in a Kubernetes cluster.</summary>
public abstract class KubernetesResource : CustomResource
{
    // A generated kind.
    internal KubernetesResource(ResourceKind kind, string name, ResourceArgs args, CustomResourceOptions? options)
        : base(kind, name, args, options)
    {
    }

    // An object that exists already and is only read.
    internal KubernetesResource(ResourceKind kind, string name, Input<string> id, CustomResourceOptions? options)
        : base(kind, name, args: null, CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = id }))
    {
    }

    // A kind that the program brings.
    internal KubernetesResource(string type, string name, ResourceArgs args, CustomResourceOptions? options)
        : base(type, name, args, options)
    {
    }
}

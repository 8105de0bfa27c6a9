using Pulumi.Kubernetes.Types.Outputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>A custom object: an instance of a CustomResourceDefinition that this package has no type for.</summary>
/// <remarks>
/// The engine is not told a package version, so without an explicit provider it may start another one for custom objects
/// than for the other kinds.
/// </remarks>
public class CustomResource : KubernetesResource
{
    /// <summary>Defines a custom object.</summary>
    /// <param name="name">The logical name, unique among the stack's resources of this type and parent.</param>
    /// <param name="args">The object: a class derived from <see cref="CustomResourceArgs"/>.</param>
    /// <param name="options">Options of this resource; none when null.</param>
    public CustomResource(string name, CustomResourceArgs args, CustomResourceOptions? options = null)
        : base(args.Type, name, args, options)
    {
    }

    /// <summary>Group and version, e.g. <c>cert-manager.io/v1</c>.</summary>
    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    /// <summary>The kind, e.g. <c>Certificate</c>.</summary>
    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    /// <summary>Name, namespace, labels and annotations, as the cluster has them.</summary>
    [Output("metadata")]
    public Output<ObjectMeta> Metadata { get; private set; } = null!;
}

using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>The base of the inputs of a custom object; a derived class adds its own, such as <c>[Input("spec")]</c>.</summary>
public abstract class CustomResourceArgs : ResourceArgs
{
    /// <summary>Says which kind the object is of.</summary>
    /// <param name="apiVersion">Group and version, e.g. <c>cert-manager.io/v1</c>.</param>
    /// <param name="kind">The kind, e.g. <c>Certificate</c>.</param>
    protected CustomResourceArgs(string apiVersion, string kind)
    {
        ApiVersion = apiVersion;
        Kind = kind;
        Type = $"{KubernetesPackage.Name}:{apiVersion}:{kind}";
    }

    /// <summary>Group and version.</summary>
    [Input("apiVersion")]
    public Input<string> ApiVersion { get; }

    /// <summary>The kind.</summary>
    [Input("kind")]
    public Input<string> Kind { get; }

    /// <summary>Name, namespace, labels and annotations; default none, and the provider makes up a name.</summary>
    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }

    internal string Type { get; }
}

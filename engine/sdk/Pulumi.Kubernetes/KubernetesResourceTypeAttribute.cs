namespace Pulumi.Kubernetes;

/// <summary>Names the type token of a resource class of this package.</summary>
/// <param name="type">The type token, e.g. <c>kubernetes:apps/v1:Deployment</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KubernetesResourceTypeAttribute(string type) : ResourceTypeAttribute(type, KubernetesPackage.Version);

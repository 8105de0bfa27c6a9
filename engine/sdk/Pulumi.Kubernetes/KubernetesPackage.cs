namespace Pulumi.Kubernetes;

/// <summary>The provider package that the generated types belong to.</summary>
internal static class KubernetesPackage
{
    /// <summary>The package's name in type tokens and provider references.</summary>
    public const string Name = "kubernetes";

    /// <summary>The version of the provider, which the engine starts when a program names no other.</summary>
    public const string Version = "4.32.0";
}

namespace Pulumi.Kubernetes;

/// <summary>A connection to one cluster with its own settings; resources use it through their options.</summary>
[KubernetesResourceType("pulumi:providers:kubernetes")]
public partial class Provider : ProviderResource
{
    /// <summary>Declares a provider.</summary>
    /// <param name="name">The logical name, unique among the stack's providers of this package.</param>
    /// <param name="args">The settings; when null, those of the environment.</param>
    /// <param name="options">Options of this resource; none when null.</param>
    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base(KubernetesPackage.Name, name, args ?? new ProviderArgs(), WithVersion(options))
    {
    }

    private static CustomResourceOptions WithVersion(CustomResourceOptions? options) =>
        CustomResourceOptions.Merge(new CustomResourceOptions { Version = KubernetesPackage.Version }, options);
}

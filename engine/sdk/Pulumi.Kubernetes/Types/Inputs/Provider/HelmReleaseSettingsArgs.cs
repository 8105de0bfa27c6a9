using Pulumi.Serialization;

namespace Pulumi.Kubernetes.Types.Inputs.Provider;

/// <summary>How a provider makes Helm releases.</summary>
public class HelmReleaseSettingsArgs : ResourceArgs
{
    /// <summary>Creates settings with what the environment says.</summary>
    public HelmReleaseSettingsArgs()
    {
        Driver = EnvironmentSettings.Text("PULUMI_K8S_HELM_DRIVER");
        PluginsPath = EnvironmentSettings.Text("PULUMI_K8S_HELM_PLUGINS_PATH");
        RegistryConfigPath = EnvironmentSettings.Text("PULUMI_K8S_HELM_REGISTRY_CONFIG_PATH");
        RepositoryCache = EnvironmentSettings.Text("PULUMI_K8S_HELM_REPOSITORY_CACHE");
        RepositoryConfigPath = EnvironmentSettings.Text("PULUMI_K8S_HELM_REPOSITORY_CONFIG_PATH");
    }

    /// <summary>Settings with what the environment says.</summary>
    public static new HelmReleaseSettingsArgs Empty => new();

    /// <summary>
    /// Where Helm keeps releases: <c>configmap</c>, <c>secret</c>, <c>memory</c> or <c>sql</c>; default <c>secret</c>.
    /// Read from <c>PULUMI_K8S_HELM_DRIVER</c> unless it is set here.
    /// </summary>
    [Input("driver")]
    public Input<string>? Driver { get; set; }

    /// <summary>
    /// The directory of Helm's plugins; default Helm's own.
    /// Read from <c>PULUMI_K8S_HELM_PLUGINS_PATH</c> unless it is set here.
    /// </summary>
    [Input("pluginsPath")]
    public Input<string>? PluginsPath { get; set; }

    /// <summary>
    /// The file with the settings of registries; default Helm's own.
    /// Read from <c>PULUMI_K8S_HELM_REGISTRY_CONFIG_PATH</c> unless it is set here.
    /// </summary>
    [Input("registryConfigPath")]
    public Input<string>? RegistryConfigPath { get; set; }

    /// <summary>
    /// The directory of cached repository indexes; default Helm's own.
    /// Read from <c>PULUMI_K8S_HELM_REPOSITORY_CACHE</c> unless it is set here.
    /// </summary>
    [Input("repositoryCache")]
    public Input<string>? RepositoryCache { get; set; }

    /// <summary>
    /// The file with the names and addresses of repositories; default Helm's own.
    /// Read from <c>PULUMI_K8S_HELM_REPOSITORY_CONFIG_PATH</c> unless it is set here.
    /// </summary>
    [Input("repositoryConfigPath")]
    public Input<string>? RepositoryConfigPath { get; set; }

    internal override void WriteProperties(PropertyWriter writer)
    {
        writer.Write("driver", Driver);
        writer.Write("pluginsPath", PluginsPath);
        writer.Write("registryConfigPath", RegistryConfigPath);
        writer.Write("repositoryCache", RepositoryCache);
        writer.Write("repositoryConfigPath", RepositoryConfigPath);
    }
}

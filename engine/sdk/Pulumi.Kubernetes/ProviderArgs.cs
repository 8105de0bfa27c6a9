using Pulumi.Kubernetes.Types.Inputs.Provider;
using Pulumi.Serialization;

namespace Pulumi.Kubernetes;

/// <summary>The settings of a <see cref="Provider"/>.</summary>
public sealed class ProviderArgs : ResourceArgs
{
    /// <summary>Creates settings with what the environment says.</summary>
    public ProviderArgs()
    {
        DeleteUnreachable = EnvironmentSettings.Boolean("PULUMI_K8S_DELETE_UNREACHABLE");
        EnableConfigMapMutable = EnvironmentSettings.Boolean("PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE");
        EnablePatchForce = EnvironmentSettings.Boolean("PULUMI_K8S_ENABLE_PATCH_FORCE");
        EnableSecretMutable = EnvironmentSettings.Boolean("PULUMI_K8S_ENABLE_SECRET_MUTABLE");
        EnableServerSideApply = EnvironmentSettings.Boolean("PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY");
        KubeConfig = EnvironmentSettings.Text("KUBECONFIG");
        SkipUpdateUnreachable = EnvironmentSettings.Boolean("PULUMI_K8S_SKIP_UPDATE_UNREACHABLE");
        SuppressDeprecationWarnings = EnvironmentSettings.Boolean("PULUMI_K8S_SUPPRESS_DEPRECATION_WARNINGS");
        SuppressHelmHookWarnings = EnvironmentSettings.Boolean("PULUMI_K8S_SUPPRESS_HELM_HOOK_WARNINGS");
        UpsertExistingObjects = EnvironmentSettings.Boolean("PULUMI_K8S_UPSERT_EXISTING_OBJECTS");
    }

    /// <summary>Settings with what the environment says.</summary>
    public static new ProviderArgs Empty => new();

    /// <summary>
    /// Whether every update writes all manifests again, also unchanged ones; default false. Needs
    /// <see cref="RenderYamlToDirectory"/>.
    /// </summary>
    [Input("alwaysRender", json: true)]
    public Input<bool>? AlwaysRender { get; set; }

    /// <summary>The cluster of the kubeconfig to use; default that of the context.</summary>
    [Input("cluster")]
    public Input<string>? Cluster { get; set; }

    /// <summary>
    /// What tells clusters apart: a change replaces the provider and everything it made, other changes do not. By default the
    /// provider guesses from the kubeconfig.
    /// </summary>
    [Input("clusterIdentifier")]
    public Input<string>? ClusterIdentifier { get; set; }

    /// <summary>The context of the kubeconfig to use; default its current one.</summary>
    [Input("context")]
    public Input<string>? Context { get; set; }

    /// <summary>
    /// Whether resources of a cluster that cannot be reached are forgotten; default false.
    /// Read from <c>PULUMI_K8S_DELETE_UNREACHABLE</c> unless it is set here.
    /// </summary>
    [Input("deleteUnreachable", json: true)]
    public Input<bool>? DeleteUnreachable { get; set; }

    /// <summary>
    /// Whether a changed ConfigMap is updated in place; by default it is replaced.
    /// Read from <c>PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE</c> unless it is set here.
    /// </summary>
    [Input("enableConfigMapMutable", json: true)]
    public Input<bool>? EnableConfigMapMutable { get; set; }

    /// <summary>
    /// Whether server-side apply takes over fields that somebody else manages; default false.
    /// Read from <c>PULUMI_K8S_ENABLE_PATCH_FORCE</c> unless it is set here.
    /// </summary>
    [Input("enablePatchForce", json: true)]
    public Input<bool>? EnablePatchForce { get; set; }

    /// <summary>
    /// Whether a changed Secret is updated in place; by default it is replaced.
    /// Read from <c>PULUMI_K8S_ENABLE_SECRET_MUTABLE</c> unless it is set here.
    /// </summary>
    [Input("enableSecretMutable", json: true)]
    public Input<bool>? EnableSecretMutable { get; set; }

    /// <summary>
    /// Whether objects are sent by server-side apply; default true.
    /// Read from <c>PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY</c> unless it is set here.
    /// </summary>
    [Input("enableServerSideApply", json: true)]
    public Input<bool>? EnableServerSideApply { get; set; }

    /// <summary>How Helm releases are made; default Helm's own settings.</summary>
    [Input("helmReleaseSettings", json: true)]
    public Input<HelmReleaseSettingsArgs>? HelmReleaseSettings { get; set; }

    /// <summary>How much the provider may ask of the API server; default see there.</summary>
    [Input("kubeClientSettings", json: true)]
    public Input<KubeClientSettingsArgs>? KubeClientSettings { get; set; }

    /// <summary>
    /// A kubeconfig, or the path to one; default <c>~/.kube/config</c>.
    /// Read from <c>KUBECONFIG</c> unless it is set here.
    /// </summary>
    [Input("kubeconfig")]
    public Input<string>? KubeConfig { get; set; }

    /// <summary>The namespace of objects that name none; default that of the context. Kinds without namespaces ignore it.</summary>
    [Input("namespace")]
    public Input<string>? Namespace { get; set; }

    /// <summary>A directory to write manifests to instead of talking to a cluster; default none. Secrets are written in plain text.</summary>
    [Input("renderYamlToDirectory")]
    public Input<string>? RenderYamlToDirectory { get; set; }

    /// <summary>
    /// Whether resources of a cluster that cannot be reached are left as they are; by default their update fails.
    /// Read from <c>PULUMI_K8S_SKIP_UPDATE_UNREACHABLE</c> unless it is set here.
    /// </summary>
    [Input("skipUpdateUnreachable", json: true)]
    public Input<bool>? SkipUpdateUnreachable { get; set; }

    /// <summary>
    /// Whether deprecated API versions go without a warning; default false.
    /// Read from <c>PULUMI_K8S_SUPPRESS_DEPRECATION_WARNINGS</c> unless it is set here.
    /// </summary>
    [Input("suppressDeprecationWarnings", json: true)]
    public Input<bool>? SuppressDeprecationWarnings { get; set; }

    /// <summary>
    /// Whether Helm hooks that are not supported go without a warning; default false.
    /// Read from <c>PULUMI_K8S_SUPPRESS_HELM_HOOK_WARNINGS</c> unless it is set here.
    /// </summary>
    [Input("suppressHelmHookWarnings", json: true)]
    public Input<bool>? SuppressHelmHookWarnings { get; set; }

    /// <summary>
    /// Whether creating an object that exists updates it; by default it fails.
    /// Read from <c>PULUMI_K8S_UPSERT_EXISTING_OBJECTS</c> unless it is set here.
    /// </summary>
    [Input("upsertExistingObjects", json: true)]
    public Input<bool>? UpsertExistingObjects { get; set; }

    // The provider takes everything but text as JSON in a text.
    internal override void WriteProperties(PropertyWriter writer)
    {
        writer.WriteJson("alwaysRender", AlwaysRender);
        writer.Write("cluster", Cluster);
        writer.Write("clusterIdentifier", ClusterIdentifier);
        writer.Write("context", Context);
        writer.WriteJson("deleteUnreachable", DeleteUnreachable);
        writer.WriteJson("enableConfigMapMutable", EnableConfigMapMutable);
        writer.WriteJson("enablePatchForce", EnablePatchForce);
        writer.WriteJson("enableSecretMutable", EnableSecretMutable);
        writer.WriteJson("enableServerSideApply", EnableServerSideApply);
        writer.WriteJson("helmReleaseSettings", HelmReleaseSettings);
        writer.WriteJson("kubeClientSettings", KubeClientSettings);
        writer.Write("kubeconfig", KubeConfig);
        writer.Write("namespace", Namespace);
        writer.Write("renderYamlToDirectory", RenderYamlToDirectory);
        writer.WriteJson("skipUpdateUnreachable", SkipUpdateUnreachable);
        writer.WriteJson("suppressDeprecationWarnings", SuppressDeprecationWarnings);
        writer.WriteJson("suppressHelmHookWarnings", SuppressHelmHookWarnings);
        writer.WriteJson("upsertExistingObjects", UpsertExistingObjects);
    }
}

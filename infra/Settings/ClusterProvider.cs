using Pulumi;
using Pulumi.Kubernetes;
using Pulumi.Kubernetes.Types.Inputs.Provider;

namespace Rampart.Infra.Settings;

/// <summary>The Kubernetes provider of the stack.</summary>
/// <remarks>
/// In general it is the engine's own, whose settings are the keys <c>kubernetes:…</c>. Where <c>kubernetes:strictMode</c> refuses
/// that one, the program makes an explicit one of the same settings. Going from one to the other replaces nothing, as long as
/// the cluster is the same.
/// </remarks>
internal static class ClusterProvider
{
    private const string Name = "kubernetes";

    /// <summary>Whether the engine's own provider is refused.</summary>
    public static bool IsStrict(Pulumi.Config config) => config.Get("strictMode") == "true";

    /// <summary>Options of the stack's components: with an explicit provider in strict mode, else null.</summary>
    /// <param name="config">The configuration of the provider.</param>
    public static ComponentResourceOptions? Define(Pulumi.Config config) =>
        IsStrict(config) ? new ComponentResourceOptions { Provider = new Provider(Name, Args(config)) } : null;

    // What is not set keeps what the environment says.
    private static ProviderArgs Args(Pulumi.Config config)
    {
        ProviderArgs args = new();
        args.AlwaysRender = config.GetBoolean("alwaysRender") ?? args.AlwaysRender;
        args.Cluster = config.Get("cluster") ?? args.Cluster;
        args.ClusterIdentifier = config.Get("clusterIdentifier") ?? args.ClusterIdentifier;
        args.Context = config.Get("context") ?? args.Context;
        args.DeleteUnreachable = config.GetBoolean("deleteUnreachable") ?? args.DeleteUnreachable;
        args.EnableConfigMapMutable = config.GetBoolean("enableConfigMapMutable") ?? args.EnableConfigMapMutable;
        args.EnablePatchForce = config.GetBoolean("enablePatchForce") ?? args.EnablePatchForce;
        args.EnableSecretMutable = config.GetBoolean("enableSecretMutable") ?? args.EnableSecretMutable;
        args.EnableServerSideApply = config.GetBoolean("enableServerSideApply") ?? args.EnableServerSideApply;
        args.Namespace = config.Get("namespace") ?? args.Namespace;
        args.RenderYamlToDirectory = config.Get("renderYamlToDirectory") ?? args.RenderYamlToDirectory;
        args.SkipUpdateUnreachable = config.GetBoolean("skipUpdateUnreachable") ?? args.SkipUpdateUnreachable;
        args.SuppressDeprecationWarnings = config.GetBoolean("suppressDeprecationWarnings") ?? args.SuppressDeprecationWarnings;
        args.SuppressHelmHookWarnings = config.GetBoolean("suppressHelmHookWarnings") ?? args.SuppressHelmHookWarnings;
        args.UpsertExistingObjects = config.GetBoolean("upsertExistingObjects") ?? args.UpsertExistingObjects;
        if (config.GetSecret("kubeconfig") is { } kubeconfig)
        {
            args.KubeConfig = kubeconfig;
        }

        if (config.GetObject<Client?>("kubeClientSettings") is { } client)
        {
            args.KubeClientSettings = new KubeClientSettingsArgs
            {
                Burst = Optional(client.Burst),
                Qps = Optional(client.Qps),
                Timeout = Optional(client.Timeout),
            };
        }

        return args;
    }

    private static Input<T>? Optional<T>(T? value)
        where T : struct => value is { } given ? (Input<T>)given : null;

    // As `kubernetes:kubeClientSettings` writes them.
    private sealed record Client(
        [property: System.Text.Json.Serialization.JsonPropertyName("burst")] int? Burst,
        [property: System.Text.Json.Serialization.JsonPropertyName("qps")] double? Qps,
        [property: System.Text.Json.Serialization.JsonPropertyName("timeout")] int? Timeout);
}

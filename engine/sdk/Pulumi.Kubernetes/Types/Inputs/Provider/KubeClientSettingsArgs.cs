using Pulumi.Serialization;

namespace Pulumi.Kubernetes.Types.Inputs.Provider;

/// <summary>How much a provider may ask of the API server.</summary>
public class KubeClientSettingsArgs : ResourceArgs
{
    /// <summary>Creates settings with what the environment says.</summary>
    public KubeClientSettingsArgs()
    {
        Burst = EnvironmentSettings.Integer("PULUMI_K8S_CLIENT_BURST");
        Qps = EnvironmentSettings.Number("PULUMI_K8S_CLIENT_QPS");
        Timeout = EnvironmentSettings.Integer("PULUMI_K8S_CLIENT_TIMEOUT");
    }

    /// <summary>Settings with what the environment says.</summary>
    public static new KubeClientSettingsArgs Empty => new();

    /// <summary>
    /// Requests that may be sent at once before they are spread out; default 120.
    /// Read from <c>PULUMI_K8S_CLIENT_BURST</c> unless it is set here.
    /// </summary>
    [Input("burst")]
    public Input<int>? Burst { get; set; }

    /// <summary>
    /// Requests per second; default 50.
    /// Read from <c>PULUMI_K8S_CLIENT_QPS</c> unless it is set here.
    /// </summary>
    [Input("qps")]
    public Input<double>? Qps { get; set; }

    /// <summary>
    /// How long a request may take, in seconds; default 32.
    /// Read from <c>PULUMI_K8S_CLIENT_TIMEOUT</c> unless it is set here.
    /// </summary>
    [Input("timeout")]
    public Input<int>? Timeout { get; set; }

    internal override void WriteProperties(PropertyWriter writer)
    {
        writer.Write("burst", Burst);
        writer.Write("qps", Qps);
        writer.Write("timeout", Timeout);
    }
}

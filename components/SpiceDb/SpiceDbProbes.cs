using System.Globalization;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Rampart.Components.SpiceDb;

/// <summary>How the kubelet asks SpiceDB for its health: by gRPC's own health protocol, which needs no key.</summary>
/// <remarks>
/// SpiceDB serves once its datastore has the right version and its dispatcher is ready. The kubelet's gRPC probe knows no
/// TLS, so with TLS the probe program of the image asks.
/// </remarks>
public static class SpiceDbProbes
{
    /// <summary>Seconds between two probes of any kind.</summary>
    public const int PeriodSeconds = 5;

    /// <summary>Seconds until a probe has failed.</summary>
    public const int TimeoutSeconds = 3;

    /// <summary>Failed probes until a start has failed: two minutes.</summary>
    public const int StartupFailureThreshold = 24;

    /// <summary>Failed probes until traffic stops: a quarter of a minute.</summary>
    public const int ReadinessFailureThreshold = 3;

    /// <summary>Failed probes until the container is restarted: a minute.</summary>
    public const int LivenessFailureThreshold = 12;

    internal const string ProbeProgram = "/usr/local/bin/grpc_health_probe";

    internal static ProbeArgs Define(int failureThreshold, bool tls)
    {
        ProbeArgs probe = new()
        {
            PeriodSeconds = PeriodSeconds,
            TimeoutSeconds = TimeoutSeconds,
            FailureThreshold = failureThreshold,
        };
        if (tls)
        {
            string address = string.Create(CultureInfo.InvariantCulture, $"-addr=localhost:{SpiceDbPorts.Grpc}");
            // The certificate names the service, not localhost, and the connection does not leave the pod.
            probe.Exec = new ExecActionArgs { Command = { ProbeProgram, address, "-tls", "-tls-no-verify" } };
        }
        else
        {
            probe.Grpc = new GRPCActionArgs { Port = SpiceDbPorts.Grpc };
        }

        return probe;
    }
}

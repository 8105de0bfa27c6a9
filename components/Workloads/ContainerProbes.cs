using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Rampart.Components.Workloads;

/// <summary>Probes of a container that listens and whose author named none: its first TCP port accepts connections.</summary>
/// <remarks>
/// Liveness is slower than readiness, so that a busy container loses its traffic well before it is restarted.
/// <see href="https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/"/>.
/// </remarks>
public static class ContainerProbes
{
    /// <summary>Seconds between two readiness probes.</summary>
    public const int ReadinessPeriodSeconds = 5;

    /// <summary>Failed readiness probes, one after another, until traffic stops.</summary>
    public const int ReadinessFailureThreshold = 3;

    /// <summary>Seconds between two liveness probes.</summary>
    public const int LivenessPeriodSeconds = 20;

    /// <summary>Failed liveness probes, one after another, until the container is restarted.</summary>
    public const int LivenessFailureThreshold = 6;

    internal static ProbeArgs Readiness(Input<int> port) => new()
    {
        TcpSocket = new TCPSocketActionArgs { Port = port },
        PeriodSeconds = ReadinessPeriodSeconds,
        FailureThreshold = ReadinessFailureThreshold,
    };

    internal static ProbeArgs Liveness(Input<int> port) => new()
    {
        TcpSocket = new TCPSocketActionArgs { Port = port },
        PeriodSeconds = LivenessPeriodSeconds,
        FailureThreshold = LivenessFailureThreshold,
    };
}

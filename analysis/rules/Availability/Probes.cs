using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>The probes of a container, and what they do.</summary>
internal static class Probes
{
    private static readonly string[] All = ["livenessProbe", "readinessProbe", "startupProbe"];
    private static readonly string[] Handlers = ["exec", "grpc", "httpGet", "tcpSocket"];

    /// <summary>The fields of a container that are probes.</summary>
    public static ReadOnlySpan<string> Names => All;

    /// <summary>How many handlers a probe or lifecycle hook has, of which the API server accepts exactly one.</summary>
    /// <param name="probe">The probe.</param>
    /// <param name="handler">The name of the last one, e.g. <c>httpGet</c>; empty when there is none.</param>
    public static int CountHandlers(Field probe, out string handler)
    {
        int count = 0;
        handler = "";
        foreach (string name in Handlers)
        {
            if (!probe[name].IsUnset)
            {
                count++;
                handler = name;
            }
        }

        return count;
    }
}

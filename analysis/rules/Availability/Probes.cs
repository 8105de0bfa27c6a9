using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>The probes of a container and what they ask.</summary>
internal static class Probes
{
    private static readonly string[] All = ["livenessProbe", "readinessProbe", "startupProbe"];
    private static readonly string[] Handlers = ["exec", "grpc", "httpGet", "tcpSocket"];

    /// <summary>The fields of a container that are probes.</summary>
    public static ReadOnlySpan<string> Names => All;

    /// <summary>How many handlers a probe or lifecycle hook has, of which the API server takes exactly one.</summary>
    /// <param name="probe">The probe.</param>
    /// <param name="name">The name of the last handler, e.g. <c>httpGet</c>; empty when there is none.</param>
    /// <param name="handler">The last handler; unset when there is none.</param>
    public static int CountHandlers(Field probe, out string name, out Field handler)
    {
        int count = 0;
        name = "";
        handler = default;
        foreach (string candidate in Handlers)
        {
            if (!probe[candidate].IsUnset)
            {
                count++;
                name = candidate;
                handler = probe[candidate];
            }
        }

        return count;
    }

    /// <summary>The port that a probe asks, with the name of the handler; false when it asks none.</summary>
    public static bool TryGetPort(Container container, string probe, out Field port, out string handler)
    {
        port = default;
        handler = "";
        if (container[probe].Presence != Flag.True || CountHandlers(container[probe], out handler, out Field request) != 1 || handler == "exec")
        {
            return false;
        }

        port = request["port"];
        return true;
    }

    /// <summary>The path of the port that a probe asks.</summary>
    public static string PathOfPort(Container container, string probe, string handler) => $"{container.Path}.{probe}.{handler}.port";
}

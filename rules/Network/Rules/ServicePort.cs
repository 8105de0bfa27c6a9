using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The port of a pod that a port of a Service leads to.</summary>
internal static class ServicePort
{
    /// <summary>The port as the Service names it: <c>targetPort</c>, or <c>port</c> where there is none.</summary>
    public static Field Target(Field port) => port["targetPort"].IsUnset ? port["port"] : port["targetPort"];

    /// <summary>Finds the port of a workload's containers that has a name or number; unknown when the ports are.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="target">A name or number.</param>
    /// <param name="found">The port; unset when there is none.</param>
    public static Flag Find(Workload workload, Field target, out Field found)
    {
        Flag result = Flag.False;
        found = default;
        bool isNumber = target.TryGetInteger(out double number);
        foreach (Container container in workload.Containers)
        {
            if (!container.IsLongRunning)
            {
                continue;
            }

            if (!container["ports"].TryGetItems(out FieldItems ports))
            {
                result = Flag.Unknown;
            }

            foreach (Field port in ports)
            {
                Field own = port[isNumber ? "containerPort" : "name"];
                if (own.IsUnknown)
                {
                    result = Flag.Unknown;
                }
                else if (isNumber ? own.TryGetInteger(out double candidate) && candidate == number : own.Text == target.Text)
                {
                    found = port;
                    return Flag.True;
                }
            }
        }

        return result;
    }

    /// <summary>Whether a Service leads to pods that its selector names.</summary>
    public static bool Selects(KubernetesObject service) =>
        service.Spec["type"].Text != "ExternalName"
        && !(service.Spec["selector"].TryGetProperties(out ReadOnlySpan<Protocol.Values.Property> labels) && labels.Length == 0);
}

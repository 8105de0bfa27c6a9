using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The port of a pod that a port of a Service leads to.</summary>
internal static class ServicePort
{
    /// <summary>The port as the Service names it: <c>targetPort</c>, or <c>port</c> where there is none.</summary>
    public static Field Target(Field port) => port["targetPort"].IsUnset ? port["port"] : port["targetPort"];

    /// <summary>Whether a Service leads to pods that its selector names.</summary>
    public static bool Selects(KubernetesObject service) =>
        service.Spec["type"].Text != "ExternalName"
        && !(service.Spec["selector"].TryGetProperties(out ReadOnlySpan<Protocol.Values.Property> labels) && labels.Length == 0);
}

using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects;

/// <summary>A field that a check looks at.</summary>
/// <param name="Path">
/// The path in a pod, e.g. <c>spec.containers[*].securityContext.privileged</c>. <c>spec.containers</c> stands for init and
/// ephemeral containers too; <c>[*]</c> for every item; <c>[key]</c> for a key of a map with dots in it, and <c>[prefix*]</c> for every key that starts so.
/// </param>
/// <param name="Kind">The type that the API server takes.</param>
public sealed record CheckedField(string Path, PropertyKind Kind)
{
    /// <summary>Whether the field only decides if others matter, so that it is never to blame itself.</summary>
    public bool IsCondition { get; init; }

    /// <summary>
    /// A value that the check has nothing against; null, the default, where it has nothing against an unset field. A list that
    /// has such a value is judged as a whole, any other list item by item.
    /// </summary>
    public PropertyValue Sound { get; init; }
}

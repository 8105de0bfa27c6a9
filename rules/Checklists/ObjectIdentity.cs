using System.Globalization;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Checklists;

/// <summary>What makes two objects the same one to the API server, so that copies count once.</summary>
internal static class ObjectIdentity
{
    /// <summary>Group, kind, namespace and name; of an object without a name, which the server makes anew each time, its place.</summary>
    public static string Of(KubernetesObject item, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"{item.Group}/{item.Kind}/{item.Place}/{(item.Name.Length == 0 ? $"/{place}" : item.Name)}");
}

using Rampart.Protocol.Values;

namespace Rampart.Rules.Tests.Resources;

/// <summary>Objects that stand beside workloads in the namespace <c>shop</c>.</summary>
internal static class NamespaceObjects
{
    public static PropertyObject Namespace { get; } =
        ManifestText.Object("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'shop'}}");

    /// <summary>A quota.</summary>
    /// <param name="hard">The entries of <c>spec.hard</c>.</param>
    /// <param name="more">What else is in <c>spec</c>, after a comma.</param>
    /// <param name="name">Its name.</param>
    public static PropertyObject Quota(string hard, string more = "", string name = "quota") => ManifestText.Object(
        $"{{'apiVersion': 'v1', 'kind': 'ResourceQuota', 'metadata': {{'name': '{name}', 'namespace': 'shop'}}, 'spec': {{'hard': {{{hard}}}{more}}}}}");

    /// <summary>A LimitRange.</summary>
    /// <param name="items">The items of <c>spec.limits</c>.</param>
    public static PropertyObject LimitRange(string items) => ManifestText.Object(
        $"{{'apiVersion': 'v1', 'kind': 'LimitRange', 'metadata': {{'name': 'limits', 'namespace': 'shop'}}, 'spec': {{'limits': {items}}}}}");

    /// <summary>A LimitRange with one item about containers.</summary>
    /// <param name="maps">The maps of the item.</param>
    public static PropertyObject ContainerLimits(string maps) => LimitRange($"[{{'type': 'Container', {maps}}}]");

    /// <summary>An object of a kind.</summary>
    /// <param name="version">Group and version.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="fields">The fields besides those that identify it.</param>
    public static PropertyObject Of(string version, string kind, string fields) => ManifestText.Object(
        $"{{'apiVersion': '{version}', 'kind': '{kind}', 'metadata': {{'name': '{kind.ToLowerInvariant()}', 'namespace': 'shop'}}, {fields}}}");
}

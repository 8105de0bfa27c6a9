using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Tests.Replacement;

/// <summary>Resources of stacks, which the Kubernetes provider 4.32.0 was asked about under the engine 3.274.1.</summary>
internal static class Resources
{
    /// <summary>An object of namespace shop.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">Its logical name, and its own unless it is auto-named.</param>
    /// <param name="json">What it holds besides, e.g. <c>'spec': {}</c>.</param>
    /// <param name="isAutoNamed">Whether the provider names it.</param>
    /// <param name="depends">Properties, each with the logical name of what it depends on.</param>
    public static DeclaredResource Object(string type, string name, string json, bool isAutoNamed = false, params (string Property, string On)[] depends)
    {
        string[] parts = type.Split(':');
        string apiVersion = parts[1] == "core/v1" ? "v1" : parts[1];
        string kind = parts[2].EndsWith("Patch", StringComparison.Ordinal) ? parts[2][..^5] : parts[2];
        string metadata = isAutoNamed
            ? $"'name': '{name}-1a2b3c4d', 'namespace': 'shop', 'annotations': {{'pulumi.com/autonamed': 'true'}}"
            : $"'name': '{name}', 'namespace': 'shop', 'labels': {{'app': '{name}'}}";
        return Other(type, name, $"{{'apiVersion': '{apiVersion}', 'kind': '{kind}', 'metadata': {{{metadata}}}, {json}}}", depends);
    }

    /// <summary>A resource of any provider.</summary>
    public static DeclaredResource Other(string type, string name, string json, params (string Property, string On)[] depends)
    {
        PropertyObject inputs = ManifestText.Object(json);
        return new DeclaredResource(
            name,
            new RegisterResourceRequest
            {
                Type = type,
                Name = name,
                Custom = true,
                Inputs = inputs,
                Dependencies = [.. depends.Select(each => each.On)],
                PropertyDependencies = [.. depends.GroupBy(each => each.Property).Select(group => new PropertyDependency(group.Key, [.. group.Select(each => each.On)]))],
            },
            inputs);
    }

    public static DeclaredResource Secret(bool isAutoNamed = false, string name = "key") => Object("kubernetes:core/v1:Secret", name, "'stringData': {'a': 'b'}", isAutoNamed);

    public static DeclaredResource ConfigMap(string name, bool isAutoNamed = false, string more = "") =>
        Object("kubernetes:core/v1:ConfigMap", name, $"'data': {{'a': 'b'}}{more}", isAutoNamed);

    public static DeclaredResource Job(string name = "migrate", bool isAutoNamed = false, params (string Property, string On)[] depends) =>
        Object("kubernetes:batch/v1:Job", name, "'spec': {'template': {'spec': {}}}", isAutoNamed, depends);

    public static DeclaredResource Deployment(params (string Property, string On)[] depends) =>
        Object("kubernetes:apps/v1:Deployment", "app", "'spec': {'replicas': 3, 'selector': {'matchLabels': {'app': 'app'}}, 'template': {}}", isAutoNamed: false, depends);

    /// <summary>A copy with other options.</summary>
    public static DeclaredResource With(this DeclaredResource resource, Func<RegisterResourceRequest, RegisterResourceRequest> change) =>
        resource with { Request = change(resource.Request) };
}

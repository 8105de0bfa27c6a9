using Rampart.Protocol.Values;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Images;

/// <summary>The cases of the rules about how images are pulled.</summary>
internal static class ImagePullRuleCases
{
    private const string Pod = "spec.template.spec";
    private const string Container = $"{Pod}.containers[0]";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP2011", "Always", [Hardened.Deployment()]),
        new("RMP2011", "unset", [Hardened.Container("imagePullPolicy", "null")]),
        new("RMP2011", "not one of the three", [Hardened.Container("imagePullPolicy", "'always'")],
            $"{Container}.imagePullPolicy: container 'app' has the pull policy 'always', which does not exist"),
        new("RMP2011", "unknown", [Hardened.Container("imagePullPolicy", "'?'")], $"? {Container}.imagePullPolicy is not known yet"),

        new("RMP2012", "Always", [Hardened.Deployment()]),
        new("RMP2012", "Never", [Hardened.Container("imagePullPolicy", "'Never'")],
            $"{Container}.imagePullPolicy: container 'app' never pulls its image, so it starts only on nodes that have it"),
        new("RMP2012", "a volume that is never pulled", [Hardened.Pod("volumes", "[{'name': 'v', 'image': {'reference': 'a:1', 'pullPolicy': 'Never'}}]")],
            $"{Pod}.volumes[0].image.pullPolicy: volume 'v' never pulls its image, so it starts only on nodes that have it"),
        new("RMP2012", "unknown", [Hardened.Container("imagePullPolicy", "'?'")], $"? {Container}.imagePullPolicy is not known yet"),

        new("RMP2013", "Always", [Hardened.Deployment()]),
        new("RMP2013", "Never is told elsewhere", [Hardened.Container("imagePullPolicy", "'Never'")]),
        new("RMP2013", "unset with latest", [Pulled("null", "'app'"), Pulled("null", "'app:latest'")]),
        new("RMP2013", "unset with a tag", [Pulled("null", "'app:v1'")],
            $"{Container}.imagePullPolicy: container 'app' runs a copy on the node, however old, without asking the registry"),
        new("RMP2013", "IfNotPresent with latest", [Pulled("'IfNotPresent'", "'app'")],
            $"{Container}.imagePullPolicy: container 'app' runs a copy on the node, however old, without asking the registry"),
        new("RMP2013", "unset with a digest", [Hardened.Container("imagePullPolicy", "null")],
            $"{Container}.imagePullPolicy: container 'app' runs a copy on the node without asking the registry whether the pod is allowed to pull it"),
        new("RMP2013", "unknown", [Hardened.Container("imagePullPolicy", "'?'")], $"? {Container}.imagePullPolicy is not known yet"),
        new("RMP2013", "ephemeral container", [Hardened.Pod("ephemeralContainers", "[{'name': 'look', 'image': 'app:v1'}]")]),

        new("RMP2021", "none", [Hardened.Deployment()]),
        new("RMP2021", "a name", [Hardened.Pod("imagePullSecrets", "[{'name': 'registry-credentials'}]")]),
        new("RMP2021", "empty", [Hardened.Pod("imagePullSecrets", "[{'name': 'a'}, {'name': ''}, {}]")],
            $"{Pod}.imagePullSecrets[1].name: the pull secret has no name, so the kubelet ignores it",
            $"{Pod}.imagePullSecrets[2].name: the pull secret has no name, so the kubelet ignores it"),
        new("RMP2021", "unknown", [Hardened.Pod("imagePullSecrets", "[{'name': '?'}]")], $"? {Pod}.imagePullSecrets[0].name is not known yet"),
        new("RMP2021", "an unknown list", [Hardened.Pod("imagePullSecrets", "'?'")], $"? {Pod}.imagePullSecrets is not known yet"),
        new("RMP2021", "service account", [Account("[{'name': ''}]")], "imagePullSecrets[0].name: the pull secret has no name, so the kubelet ignores it"),

        new("RMP2022", "right type", [Hardened.Pod("imagePullSecrets", "[{'name': 'r'}]"), Secret("'kubernetes.io/dockerconfigjson'")]),
        new("RMP2022", "not among the objects", [Hardened.Pod("imagePullSecrets", "[{'name': 'other'}, {}]"), Secret("null")]),
        new("RMP2022", "no type", [Hardened.Pod("imagePullSecrets", "[{'name': 'r'}]"), Secret("null")],
            $"{Pod}.imagePullSecrets[0].name: the pull secret 'r' is of type Opaque, which the kubelet ignores"),
        new("RMP2022", "another type", [Account("[{'name': 'r'}]"), Secret("'kubernetes.io/tls'")],
            "imagePullSecrets[0].name: the pull secret 'r' is of type kubernetes.io/tls, which the kubelet ignores"),
        new("RMP2022", "unknown type", [Account("[{'name': 'r'}]"), Secret("'?'")], "? type is not known yet"),
    ];

    private static PropertyObject Pulled(string policy, string image) =>
        Hardened.Deployment(($"{Container}.imagePullPolicy", policy), ($"{Container}.image", image));

    private static PropertyObject Account(string secrets) => ManifestText.Object(
        $"{{'apiVersion': 'v1', 'kind': 'ServiceAccount', 'metadata': {{'name': 'app', 'namespace': 'shop'}}, 'imagePullSecrets': {secrets}}}");

    private static PropertyObject Secret(string type) => ManifestText.Object(
        $"{{'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {{'name': 'r', 'namespace': 'shop'}}, 'type': {type}}}");
}

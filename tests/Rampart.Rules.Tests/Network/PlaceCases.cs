using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Network;

/// <summary>The cases of the rules about namespaces and labels.</summary>
internal static class PlaceCases
{
    private const string Labels = "spec.template.metadata.labels";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP5401", "own", [Hardened.Deployment()]),
        new("RMP5401", "none", [Hardened.Deployment(("metadata.namespace", "null"))]),
        new("RMP5401", "default", [Hardened.Deployment(("metadata.namespace", "'default'"))], "metadata.namespace: Deployment 'app' is in namespace 'default'"),
        new("RMP5401", "of the control plane", [Hardened.Deployment(("metadata.namespace", "'kube-system'"))], "metadata.namespace: Deployment 'app' is in namespace 'kube-system'"),
        new("RMP5401", "another owns it", [Hardened.Deployment(("metadata.namespace", "'default'"), ("metadata.ownerReferences", "[{'name': 'app'}]"))]),
        new("RMP5401", "Secret", [ManifestText.Object("{'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {'name': 'a', 'namespace': 'default'}}")],
            "metadata.namespace: Secret 'a' is in namespace 'default'"),
        new("RMP5401", "what Kubernetes puts there", [
            ManifestText.Object("{'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'kubernetes', 'namespace': 'default'}}"),
            ManifestText.Object("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'kube-root-ca.crt', 'namespace': 'default'}}")]),
        new("RMP5402", "all", [Hardened.Deployment()]),
        new("RMP5402", "some missing", [Hardened.Deployment(
                ("metadata.labels", "null"), ($"{Labels}[app.kubernetes.io/part-of]", "null"), ($"{Labels}[app.kubernetes.io/version]", "null"))],
            "metadata.labels: Deployment 'app' has no label app.kubernetes.io/name, app.kubernetes.io/instance, app.kubernetes.io/version, app.kubernetes.io/component, app.kubernetes.io/part-of, app.kubernetes.io/managed-by",
            $"{Labels}: the pod template has no label app.kubernetes.io/version, app.kubernetes.io/part-of"),
        new("RMP5402", "another owns it", [Hardened.Deployment(("metadata.labels", "null"), ("metadata.ownerReferences", "[{'name': 'app'}]"))]),
        new("RMP5402", "of a pod only once", [ManifestText.Object("{'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'a', 'labels': {'app.kubernetes.io/name': 'a', 'app.kubernetes.io/instance': 'a', 'app.kubernetes.io/component': 'a', 'app.kubernetes.io/part-of': 'a', 'app.kubernetes.io/managed-by': 'a'}}}")],
            "metadata.labels: Pod 'a' has no label app.kubernetes.io/version"),
        new("RMP5402", "unknown", [Hardened.Deployment((Labels, "'?'"))], $"? {Labels} is not known yet"),
    ];
}

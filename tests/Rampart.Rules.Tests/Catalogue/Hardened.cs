using Rampart.Protocol.Values;

namespace Rampart.Rules.Tests.Catalogue;

/// <summary>Objects that keep the rules, and copies of them with one thing or another changed.</summary>
internal static class Hardened
{
    private const string DeploymentText = """
        {
          'apiVersion': 'apps/v1', 'kind': 'Deployment',
          'metadata': {'name': 'app', 'namespace': 'shop', 'labels': {'app.kubernetes.io/name': 'app', 'app.kubernetes.io/instance': 'app', 'app.kubernetes.io/version': 'v1.2.3', 'app.kubernetes.io/component': 'server', 'app.kubernetes.io/part-of': 'shop', 'app.kubernetes.io/managed-by': 'pulumi'}},
          'spec': {
            'replicas': 3,
            'selector': {'matchLabels': {'app.kubernetes.io/instance': 'app'}},
            'strategy': {'type': 'RollingUpdate', 'rollingUpdate': {'maxSurge': 1, 'maxUnavailable': 0}},
            'template': {
              'metadata': {'labels': {'app.kubernetes.io/name': 'app', 'app.kubernetes.io/instance': 'app', 'app.kubernetes.io/version': 'v1.2.3', 'app.kubernetes.io/component': 'server', 'app.kubernetes.io/part-of': 'shop', 'app.kubernetes.io/managed-by': 'pulumi'}},
              'spec': {
                'automountServiceAccountToken': false, 'enableServiceLinks': false, 'hostUsers': false, 'serviceAccountName': 'app',
                'priorityClassName': 'shop', 'terminationGracePeriodSeconds': 30,
                'securityContext': {
                  'runAsNonRoot': true, 'runAsUser': 65532, 'runAsGroup': 65532, 'fsGroup': 65532, 'fsGroupChangePolicy': 'OnRootMismatch',
                  'seccompProfile': {'type': 'RuntimeDefault'}, 'appArmorProfile': {'type': 'RuntimeDefault'}},
                'containers': [{
                  'name': 'app', 'image': 'registry.example.com/shop/app:v1.2.3@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'imagePullPolicy': 'Always',
                  'ports': [{'name': 'http', 'containerPort': 8080}],
                  'resources': {'requests': {'cpu': '100m', 'memory': '128Mi', 'ephemeral-storage': '64Mi'}, 'limits': {'cpu': '500m', 'memory': '128Mi', 'ephemeral-storage': '128Mi'}},
                  'securityContext': {'allowPrivilegeEscalation': false, 'capabilities': {'drop': ['ALL']}, 'readOnlyRootFilesystem': true, 'runAsNonRoot': true},
                  'livenessProbe': {'httpGet': {'path': '/live', 'port': 'http'}}, 'readinessProbe': {'httpGet': {'path': '/ready', 'port': 'http'}},
                  'lifecycle': {'preStop': {'sleep': {'seconds': 5}}}, 'terminationMessagePolicy': 'FallbackToLogsOnError',
                  'volumeMounts': [{'name': 'tmp', 'mountPath': '/tmp'}]}],
                'volumes': [{'name': 'tmp', 'emptyDir': {'sizeLimit': '64Mi'}}],
                'affinity': {'podAntiAffinity': {'preferredDuringSchedulingIgnoredDuringExecution': [{'weight': 100, 'podAffinityTerm': {
                  'topologyKey': 'kubernetes.io/hostname', 'labelSelector': {'matchLabels': {'app.kubernetes.io/instance': 'app'}}}}]}},
                'topologySpreadConstraints': [{
                  'maxSkew': 1, 'topologyKey': 'kubernetes.io/hostname', 'whenUnsatisfiable': 'ScheduleAnyway', 'nodeTaintsPolicy': 'Honor',
                  'labelSelector': {'matchLabels': {'app.kubernetes.io/instance': 'app'}}, 'matchLabelKeys': ['pod-template-hash']}, {
                  'maxSkew': 1, 'topologyKey': 'topology.kubernetes.io/zone', 'whenUnsatisfiable': 'ScheduleAnyway', 'nodeTaintsPolicy': 'Honor',
                  'labelSelector': {'matchLabels': {'app.kubernetes.io/instance': 'app'}}, 'matchLabelKeys': ['pod-template-hash']}]
              }
            }
          }
        }
        """;

    private static readonly PropertyObject Original = ManifestText.Object(DeploymentText);

    /// <summary>A Deployment that keeps every rule about workloads, with changes.</summary>
    /// <param name="changes">Paths and JSON values in the form of <see cref="ManifestText"/>; <c>null</c> removes a field.</param>
    public static PropertyObject Deployment(params (string Path, string Json)[] changes) => Edit(Original, changes);

    /// <summary>Its container's field.</summary>
    public static PropertyObject Container(string field, string json) => Deployment(($"spec.template.spec.containers[0].{field}", json));

    /// <summary>Its pod's field.</summary>
    public static PropertyObject Pod(string field, string json) => Deployment(($"spec.template.spec.{field}", json));

    /// <summary>A copy of an object with changes.</summary>
    public static PropertyObject Edit(PropertyObject manifest, params (string Path, string Json)[] changes)
    {
        foreach ((string path, string json) in changes)
        {
            manifest = ManifestEdit.Set(manifest, path, ManifestText.Value(json));
        }

        return manifest;
    }
}

using Rampart.Protocol.Values;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Availability;

/// <summary>Objects that go with <see cref="Hardened.Deployment"/> and keep the rules about availability, and copies with changes.</summary>
internal static class AvailabilityObjects
{
    public static PropertyObject Budget(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'policy/v1', 'kind': 'PodDisruptionBudget', 'metadata': {'name': 'app', 'namespace': 'shop'},
         'spec': {'maxUnavailable': 1, 'unhealthyPodEvictionPolicy': 'AlwaysAllow', 'selector': {'matchLabels': {'app.kubernetes.io/instance': 'app'}}}}
        """,
        changes);

    public static PropertyObject Autoscaler(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'autoscaling/v2', 'kind': 'HorizontalPodAutoscaler', 'metadata': {'name': 'app', 'namespace': 'shop'},
         'spec': {'minReplicas': 2, 'maxReplicas': 5, 'scaleTargetRef': {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'app'},
          'metrics': [{'type': 'Resource', 'resource': {'name': 'cpu', 'target': {'type': 'Utilization', 'averageUtilization': 70}}}]}}
        """,
        changes);

    public static PropertyObject Service(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'app', 'namespace': 'shop'},
         'spec': {'clusterIP': 'None', 'selector': {'app.kubernetes.io/instance': 'app'}, 'ports': [{'name': 'http', 'port': 8080, 'targetPort': 'http'}]}}
        """,
        changes);

    public static PropertyObject Job(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'batch/v1', 'kind': 'Job', 'metadata': {'name': 'migrate', 'namespace': 'shop'},
         'spec': {'ttlSecondsAfterFinished': 3600, 'activeDeadlineSeconds': 600, 'template': {
          'metadata': {'labels': {'app.kubernetes.io/instance': 'migrate'}},
          'spec': {'restartPolicy': 'OnFailure', 'priorityClassName': 'shop', 'containers': [{'name': 'migrate', 'terminationMessagePolicy': 'FallbackToLogsOnError'}]}}}}
        """,
        changes);

    public static PropertyObject CronJob(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'batch/v1', 'kind': 'CronJob', 'metadata': {'name': 'clean', 'namespace': 'shop'},
         'spec': {'schedule': '0 * * * *', 'startingDeadlineSeconds': 600, 'concurrencyPolicy': 'Forbid', 'jobTemplate': {'spec': {
          'activeDeadlineSeconds': 600, 'template': {
          'metadata': {'labels': {'app.kubernetes.io/instance': 'clean'}},
          'spec': {'restartPolicy': 'Never', 'containers': [{'name': 'clean'}]}}}}}}
        """,
        changes);

    public static PropertyObject DaemonSet(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'apps/v1', 'kind': 'DaemonSet', 'metadata': {'name': 'agent', 'namespace': 'shop'},
         'spec': {'selector': {'matchLabels': {'app.kubernetes.io/instance': 'agent'}}, 'template': {
          'metadata': {'labels': {'app.kubernetes.io/instance': 'agent'}},
          'spec': {'containers': [{'name': 'agent'}]}}}}
        """,
        changes);

    public static PropertyObject StatefulSet(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'apps/v1', 'kind': 'StatefulSet', 'metadata': {'name': 'store', 'namespace': 'shop'},
         'spec': {'replicas': 3, 'serviceName': 'store', 'selector': {'matchLabels': {'app.kubernetes.io/instance': 'store'}}, 'template': {
          'metadata': {'labels': {'app.kubernetes.io/instance': 'store'}},
          'spec': {'containers': [{'name': 'store'}]}}}}
        """,
        changes);

    public static PropertyObject Pod(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'app', 'namespace': 'shop', 'labels': {'app.kubernetes.io/instance': 'app'}},
         'spec': {'containers': [{'name': 'app'}]}}
        """,
        changes);

    private static PropertyObject Make(string json, (string Path, string Json)[] changes) => Hardened.Edit(ManifestText.Object(json), changes);
}

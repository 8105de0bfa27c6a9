using Rampart.Protocol.Values;
using Rampart.Rules.Tests.Availability;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Objects;

/// <summary>The cases of the rules about what an object has to be.</summary>
internal static class ObjectRuleCases
{
    private const string Pod = "spec.template.spec";
    private const string Container = $"{Pod}.containers[0]";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP1201", "served", [Hardened.Deployment(), AvailabilityObjects.Budget(), AvailabilityObjects.Autoscaler(), AvailabilityObjects.CronJob()]),
        new("RMP1201", "second version", [Of("autoscaling/v1", "HorizontalPodAutoscaler")]),
        new("RMP1201", "version that is off unless somebody asks", [Of("resource.k8s.io/v1alpha3", "DeviceTaintRule")]),
        new("RMP1201", "two groups", [Of("v1", "Event"), Of("events.k8s.io/v1", "Event")]),
        new("RMP1201", "custom resource", [Of("example.com/v1", "Deployment"), Of("gateway.networking.k8s.io/v1beta1", "ingresses")]),
        new("RMP1201", "list", [Of("v1", "SecretList")]),
        new("RMP1201", "unknown", [Hardened.Deployment(("apiVersion", "'?'")), Hardened.Deployment(("kind", "'?'"))]),
        new("RMP1201", "core group", [Of("v1", "Deployment")], "apiVersion: v1 serves no Deployment; apps/v1 does"),
        new("RMP1201", "Pod in apps", [Of("apps/v1", "Pod")], "apiVersion: apps/v1 serves no Pod; v1 does"),
        new("RMP1201", "version to come", [Of("apps/v2", "Deployment")], "apiVersion: apps/v2 serves no Deployment; apps/v1 does"),
        new("RMP1201", "group without a dot", [Of("app/v1", "Deployment")], "apiVersion: app/v1 serves no Deployment; apps/v1 does"),
        new("RMP1201", "group without a dot and kind that is not Kubernetes'", [Of("app/v1", "Thing")]),
        new("RMP1201", "extensions", [Of("extensions/v1beta1", "Deployment"), Of("extensions/v1beta1", "Ingress"), Of("extensions/v1beta1", "NetworkPolicy")],
            "apiVersion: Kubernetes serves no Deployment in extensions/v1beta1 any more since 1.16",
            "apiVersion: Kubernetes serves no Ingress in extensions/v1beta1 any more since 1.22",
            "apiVersion: Kubernetes serves no NetworkPolicy in extensions/v1beta1 any more since 1.16"),
        new("RMP1201", "beta", [Of("apps/v1beta1", "StatefulSet"), Of("batch/v1beta1", "CronJob"), Of("policy/v1beta1", "PodDisruptionBudget")],
            "apiVersion: Kubernetes serves no CronJob in batch/v1beta1 any more since 1.25",
            "apiVersion: Kubernetes serves no PodDisruptionBudget in policy/v1beta1 any more since 1.25",
            "apiVersion: Kubernetes serves no StatefulSet in apps/v1beta1 any more since 1.16"),
        new("RMP1201", "gone", [Of("policy/v1beta1", "PodSecurityPolicy"), Of("policy/v1", "PodSecurityPolicy")],
            "apiVersion: Kubernetes serves no PodSecurityPolicy in policy/v1beta1 any more since 1.25",
            "apiVersion: policy/v1 serves no PodSecurityPolicy"),
        new("RMP1201", "gone in an unknown release", [Of("node.k8s.io/v1alpha1", "RuntimeClass")],
            "apiVersion: Kubernetes serves no RuntimeClass in node.k8s.io/v1alpha1 any more"),
        new("RMP1201", "case", [Of("v1", "pod"), Of("rbac.authorization.k8s.io/v1", "ClusterRolebinding")],
            "kind: rbac.authorization.k8s.io/v1 serves no kind 'ClusterRolebinding'; it is called ClusterRoleBinding",
            "kind: v1 serves no kind 'pod'; it is called Pod"),
        new("RMP1201", "plural", [Of("apps/v1", "Deployments"), Of("v1", "networkpolicies"), Of("networking.k8s.io/v1", "Ingresses")],
            "kind: apps/v1 serves no kind 'Deployments'; it is called Deployment",
            "kind: networking.k8s.io/v1 serves no kind 'Ingresses'; it is called Ingress",
            "kind: v1 serves no kind 'networkpolicies'; it is called NetworkPolicy"),
        new("RMP1201", "nothing like it", [Of("apps/v1", "Deploymnet")], "kind: Kubernetes 1.36 serves no kind 'Deploymnet' in apps/v1"),
        new("RMP1201", "secret", [Of("!v1", "Deployment"), Of("v1", "!Deployment")],
            "apiVersion: [secret] serves no Deployment; apps/v1 does",
            "apiVersion: v1 serves no [secret]; apps/v1 does"),

        new("RMP1202", "one", [Hardened.Deployment(), AvailabilityObjects.Pod(), AvailabilityObjects.CronJob()]),
        new("RMP1202", "no workload", [AvailabilityObjects.Budget()]),
        new("RMP1202", "missing", [Hardened.Pod("containers", "null")], $"{Pod}.containers: Deployment shop/app has no containers"),
        new("RMP1202", "empty", [Hardened.Pod("containers", "[]")], $"{Pod}.containers: Deployment shop/app has no containers"),
        new("RMP1202", "spec missing", [Hardened.Deployment(("spec", "null"))], $"{Pod}.containers: Deployment shop/app has no containers"),
        new("RMP1202", "init containers alone", [Hardened.Deployment(($"{Pod}.containers", "[]"), ($"{Pod}.initContainers", "[{'name': 'a', 'image': 'b'}]"))],
            $"{Pod}.containers: Deployment shop/app has no containers"),
        new("RMP1202", "singular", [Hardened.Deployment(($"{Pod}.containers", "null"), ($"{Pod}.container", "[{'name': 'a'}]"))],
            $"{Pod}.containers: Deployment shop/app has no containers; {Pod}.container is no field"),
        new("RMP1202", "one level too high", [Hardened.Deployment(($"{Pod}.containers", "null"), ("spec.template.containers", "[{'name': 'a'}]"))],
            $"{Pod}.containers: Deployment shop/app has no containers; spec.template.containers is no field"),
        new("RMP1202", "Pod", [AvailabilityObjects.Pod(("spec", "null"), ("Containers", "[]"), ("containers", "[]"))],
            "spec.containers: Pod shop/app has no containers; containers is no field"),
        new("RMP1202", "unknown", [Hardened.Pod("containers", "'?'")], $"? {Pod}.containers is not known yet"),

        new("RMP1203", "right types",
            [Hardened.Deployment(), AvailabilityObjects.Budget(), AvailabilityObjects.Autoscaler(), AvailabilityObjects.Service(), AvailabilityObjects.Job(), AvailabilityObjects.CronJob()]),
        new("RMP1203", "unknown", [Hardened.Deployment(($"{Pod}.hostNetwork", "'?'"), ($"{Container}.ports", "'?'"), ("metadata.labels", "{'a': '?'}"))]),
        new("RMP1203", "null", [Hardened.Container("securityContext", "{'privileged': null, 'capabilities': null}")]),
        new("RMP1203", "fields that nobody knows", [Hardened.Pod("hostNetworks", "'true'")]),
        new("RMP1203", "custom resource", [Of("example.com/v1", "Deployment", "'spec': {'replicas': 'three'}")]),
        new("RMP1203", "string for a boolean", [Hardened.Deployment(($"{Pod}.hostNetwork", "'true'"), ($"{Container}.securityContext.privileged", "'yes'"))],
            $"{Container}.securityContext.privileged: privileged is a string, not a boolean",
            $"{Pod}.hostNetwork: hostNetwork is a string, not a boolean"),
        new("RMP1203", "boolean and number for a string", [Hardened.Container("env", "[{'name': 'A', 'value': true}, {'name': 'B', 'value': 5}]")],
            $"{Container}.env[0].value: value is a boolean, not a string",
            $"{Container}.env[1].value: value is a number, not a string"),
        new("RMP1203", "string for a number", [Hardened.Deployment(("spec.replicas", "'3'"), ($"{Container}.ports[0].containerPort", "'http'"))],
            "spec.replicas: replicas is a string, not a whole number",
            $"{Container}.ports[0].containerPort: containerPort is a string, not a whole number"),
        new("RMP1203", "fraction", [Hardened.Deployment(("spec.replicas", "1.5"))], "spec.replicas: replicas is a number with a fraction, not a whole number"),
        new("RMP1203", "largest numbers", [Hardened.Deployment(
            ("spec.replicas", "2147483647"), ($"{Pod}.securityContext.runAsUser", "2147483647"), ($"{Pod}.terminationGracePeriodSeconds", "9223372036854774784"))]),
        new("RMP1203", "numbers that are too large or too small",
            [Hardened.Deployment(
                ("spec.replicas", "2147483648"),
                ("spec.strategy.rollingUpdate", "{'maxSurge': 2147483648, 'maxUnavailable': 0}"),
                ($"{Pod}.securityContext.runAsUser", "9223372036854775808"),
                ($"{Pod}.securityContext.fsGroup", "-1"),
                ($"{Pod}.securityContext.supplementalGroups", "[2147483648]"),
                ($"{Pod}.terminationGracePeriodSeconds", "1e19"),
                ($"{Container}.securityContext.runAsUser", "1000.5"))],
            "spec.replicas: replicas is not from -2147483648 to 2147483647",
            "spec.strategy.rollingUpdate.maxSurge: maxSurge is not from -2147483648 to 2147483647",
            $"{Container}.securityContext.runAsUser: runAsUser is a number with a fraction, not a whole number",
            $"{Pod}.securityContext.fsGroup: fsGroup is not from 0 to 2147483647",
            $"{Pod}.securityContext.runAsUser: runAsUser is not from 0 to 2147483647",
            $"{Pod}.securityContext.supplementalGroups[0]: supplementalGroups[0] is not from 0 to 2147483647",
            $"{Pod}.terminationGracePeriodSeconds: terminationGracePeriodSeconds is not from -9223372036854775808 to 9223372036854775807"),
        new("RMP1203", "number or string", [Hardened.Deployment(("spec.strategy.rollingUpdate", "{'maxSurge': '25%', 'maxUnavailable': true}"))],
            "spec.strategy.rollingUpdate.maxUnavailable: maxUnavailable is a boolean, not a whole number or a string"),
        new("RMP1203", "quantity", [Hardened.Container("resources.limits", "{'cpu': 0.5, 'memory': '1Gi', 'example.com/gpu': [1]}")],
            $"{Container}.resources.limits[example.com/gpu]: limits[example.com/gpu] is a list, not a quantity"),
        new("RMP1203", "list for an object", [Hardened.Pod("securityContext", "[]")], $"{Pod}.securityContext: securityContext is a list, not an object"),
        new("RMP1203", "object for a list", [Hardened.Pod("containers", "{'name': 'app'}")], $"{Pod}.containers: containers is an object, not a list"),
        new("RMP1203", "string for an object", [Hardened.Deployment(("spec", "'x'"))], "spec: spec is a string, not an object"),
        new("RMP1203", "items", [Hardened.Pod("containers", "['app', null]")],
            $"{Pod}.containers[0]: containers[0] is a string, not an object",
            $"{Pod}.containers[1]: containers[1] is null, not an object"),
        new("RMP1203", "metadata", [Of("example.com/v1", "Thing", "'metadata': {'labels': {'a.b/c': 1, 'd': true}}"), Of("v1", "Node", "'metadata': 'x'")],
            "metadata: metadata is a string, not an object",
            "metadata.labels.d: d is a boolean, not a string",
            "metadata.labels[a.b/c]: labels[a.b/c] is a number, not a string"),
        new("RMP1203", "secret value", [Of("v1", "Secret", "'data': {'key': '!hush'}, 'type': ['!hush']")], "type: type is a list, not a string"),
        new("RMP1203", "key in a secret", [SecretMap()], "stringData[…]: stringData[…] is a number, not a string"),
    ];

    private static PropertyObject Of(string apiVersion, string kind, string more = "'metadata': {'name': 'a'}") =>
        ManifestText.Object($"{{'apiVersion': '{apiVersion}', 'kind': '{kind}', {more}}}");

    private static PropertyObject SecretMap() =>
        Of("v1", "Secret").With("stringData", PropertyValue.Secret(PropertyValue.From(ManifestText.Object("{'hush': 5}"))));
}

using Rampart.Protocol.Values;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Network;

/// <summary>The cases of the rules about services and what comes in from outside.</summary>
internal static class ServiceCases
{
    private const string Selector = "'selector': {'app.kubernetes.io/instance': 'app'}";
    private const string Ports = "'ports': [{'port': 80, 'targetPort': 'http'}]";

    private const string Container = "spec.template.spec.containers[0]";

    private static readonly PropertyObject App = Hardened.Deployment();

    private static readonly PropertyObject Sound = Service($"{Selector}, {Ports}");

    private static readonly PropertyObject Named = Service($"{Selector}, 'ports': [{{'name': 'web', 'port': 80}}]");

    private static readonly PropertyObject Job = Hardened.Edit(App, ("apiVersion", "'batch/v1'"), ("kind", "'Job'"), ("metadata.name", "'migrate'"));

    private static readonly PropertyObject Deny = Policy("'podSelector': {}, 'policyTypes': ['Ingress']");

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP5212", "allowed by number", [App, Sound, Deny, Policy("'podSelector': {}, 'ingress': [{'ports': [{'port': 8080}]}]")]),
        new("RMP5212", "allowed by name", [App, Sound, Deny, Policy("'podSelector': {}, 'ingress': [{'ports': [{'port': 'http'}]}]")]),
        new("RMP5212", "allowed by everything", [App, Sound, Deny, Policy("'podSelector': {}, 'ingress': [{}]")]),
        new("RMP5212", "not denied", [App, Sound]),
        new("RMP5212", "not allowed", [App, Sound, Deny], "spec.ports[0]: no policy allows traffic to port 'http' of Deployment 'app'"),
        new("RMP5212", "the Service's number, not the container's, is allowed", [App, Sound, Deny, Policy("'podSelector': {}, 'ingress': [{'ports': [{'port': 80}]}]")],
            "spec.ports[0]: no policy allows traffic to port 'http' of Deployment 'app'"),
        new("RMP5212", "another protocol is allowed", [App, Service($"{Selector}, 'ports': [{{'port': 8080}}]"), Policy("'podSelector': {}, 'ingress': [{'ports': [{'port': 8080, 'protocol': 'UDP'}]}]")],
            "spec.ports[0]: no policy allows traffic to port '8080' of Deployment 'app'"),
        new("RMP5212", "unknown rules", [App, Sound, Deny, Policy("'podSelector': {}, 'ingress': '?'")]),
        new("RMP5212", "a name that no container has is another rule's", [App, Service($"{Selector}, 'ports': [{{'port': 80, 'targetPort': 'grpc'}}]"), Deny]),
        new("RMP5301", "ClusterIP", [Sound]),
        new("RMP5301", "NodePort", [Service("'type': 'NodePort'")], "spec.type: Service 'app' opens a port on every node"),
        new("RMP5301", "unknown", [Service("'type': '?'")], "? spec.type is not known yet"),
        new("RMP5302", "ClusterIP", [Sound]),
        new("RMP5302", "with ranges", [Service("'type': 'LoadBalancer', 'loadBalancerSourceRanges': ['192.0.2.0/24']")]),
        new("RMP5302", "without", [Service("'type': 'LoadBalancer'")], "spec.loadBalancerSourceRanges: Service 'app' is a load balancer that is open to everyone: it has no source ranges"),
        new("RMP5302", "unknown", [Service("'type': 'LoadBalancer', 'loadBalancerSourceRanges': '?'")], "? spec.loadBalancerSourceRanges is not known yet"),
        new("RMP5303", "none", [Sound]),
        new("RMP5303", "some", [Service("'externalIPs': ['192.0.2.1']")], "spec.externalIPs: Service 'app' claims the address 192.0.2.1"),
        new("RMP5303", "unknown", [Service("'externalIPs': '?'")], "? spec.externalIPs is not known yet"),
        new("RMP5304", "some", [App, Sound]),
        new("RMP5304", "none", [App, Service("'selector': {'a': 'b'}")], "spec.selector: Service 'app' selects no workload of its namespace in these objects"),
        new("RMP5304", "no workloads", [Service("'selector': {'a': 'b'}")]),
        new("RMP5304", "no selector", [App, Service("'ports': []")]),
        new("RMP5304", "a name of DNS", [App, Service("'type': 'ExternalName', 'selector': {'a': 'b'}")]),
        new("RMP5304", "unknown", [App, Service("'selector': '?'")], "? spec.selector cannot be compared with labels that are not known yet"),
        new("RMP5305", "named", [App, Sound]),
        new("RMP5305", "another name", [App, Service($"{Selector}, 'ports': [{{'port': 80, 'targetPort': 8080}}, {{'port': 81, 'targetPort': 'grpc'}}]")],
            "spec.ports[1].targetPort: no container that Service 'app' selects has a port named 'grpc'"),
        new("RMP5305", "of an init container", [Hardened.Deployment(
                ("spec.template.spec.containers[0].ports", "null"), ("spec.template.spec.initContainers", "[{'name': 'a', 'ports': [{'name': 'http', 'containerPort': 1}]}]")), Sound],
            "spec.ports[0].targetPort: no container that Service 'app' selects has a port named 'http'"),
        new("RMP5305", "of a sidecar", [Hardened.Deployment(
                ("spec.template.spec.containers[0].ports", "null"),
                ("spec.template.spec.initContainers", "[{'name': 'a', 'restartPolicy': 'Always', 'ports': [{'name': 'http', 'containerPort': 8080}]}]")), Sound]),
        new("RMP5305", "of one of two workloads", [Hardened.Container("ports", "null"), App, Sound]),
        new("RMP5305", "unknown ports", [Hardened.Container("ports", "'?'"), Sound], "? spec.ports[0].targetPort cannot be compared with ports that are not known yet"),
        new("RMP5305", "no workload", [Sound]),
        new("RMP5306", "declared", [App, Service($"{Selector}, 'ports': [{{'port': 80, 'targetPort': 8080}}, {{'port': 8080}}, {{'port': 81, 'targetPort': 'http'}}]")]),
        new("RMP5306", "not declared", [App, Service($"{Selector}, 'ports': [{{'port': 80, 'targetPort': 9090}}, {{'port': 81}}]")],
            "spec.ports[0].targetPort: no container that Service 'app' selects declares port 9090",
            "spec.ports[1].port: no container that Service 'app' selects declares port 81"),
        new("RMP5306", "nothing is declared", [Hardened.Container("ports", "null"), Service($"{Selector}, 'ports': [{{'port': 80}}]")]),
        new("RMP5306", "unknown", [App, Hardened.Container("ports", "[{'containerPort': '?'}]"), Service($"{Selector}, 'ports': [{{'port': 80}}]")]),
        new("RMP5307", "servers", [App, Sound]),
        new("RMP5307", "servers and a job", [App, Job, Sound], "spec.selector: Service 'app' also selects the pods of Job 'migrate'"),
        new("RMP5307", "only a job", [Job, Sound]),
        new("RMP5308", "every host", [Ingress("'tls': [{'hosts': ['a.example.com', '*.example.org'], 'secretName': 's'}], 'rules': [{'host': 'a.example.com'}, {'host': 'b.example.org'}, {}]")]),
        new("RMP5308", "an entry for all hosts", [Ingress("'tls': [{'secretName': 's'}], 'rules': [{'host': 'a.example.com'}]")]),
        new("RMP5308", "none", [Ingress("'rules': [{'host': 'a.example.com'}]")], "spec.tls: Ingress 'app' has no TLS"),
        new("RMP5308", "not every host", [Ingress("'tls': [{'hosts': ['*.example.com'], 'secretName': 's'}], 'rules': [{'host': 'a.example.com'}, {'host': 'a.b.example.com'}]")],
            "spec.rules[1].host: Ingress 'app' has no TLS for host 'a.b.example.com'"),
        new("RMP5308", "a certificate of the cloud", [Hardened.Edit(Ingress("'rules': []"), ("metadata.annotations", "{'networking.gke.io/managed-certificates': 'a'}"))]),
        new("RMP5308", "unknown", [Ingress("'tls': '?'")], "? spec.tls is not known yet"),
        new("RMP5309", "one port without name", [Sound]),
        new("RMP5309", "headless without ports", [Service("'clusterIP': 'None'")]),
        new("RMP5309", "a name of DNS", [Service("'type': 'ExternalName'")]),
        new("RMP5309", "several ports", [Service("'ports': [{'port': 80, 'name': 'a'}, {'port': 81}, {'name': 'c'}]")],
            "spec.ports[1].name: one of the ports of Service 'app' has no name",
            "spec.ports[2].port: a port of Service 'app' has no number"),
        new("RMP5309", "no ports", [Service("'clusterIP': '10.0.0.1'")], "spec.ports: Service 'app' has no ports"),
        new("RMP5309", "unknown", [Service("'ports': '?'")]),
        new("RMP5310", "selector", [Sound]),
        new("RMP5310", "none", [Service("'ports': []")], "spec.selector: Service 'app' has no selector, and nothing in these objects says where it leads"),
        new("RMP5310", "endpoints", [Service("'ports': []"), ManifestText.Object("{'apiVersion': 'v1', 'kind': 'Endpoints', 'metadata': {'name': 'app', 'namespace': 'shop'}}")]),
        new("RMP5310", "a slice of endpoints", [Service("'ports': []"), ManifestText.Object(
            "{'apiVersion': 'discovery.k8s.io/v1', 'kind': 'EndpointSlice', 'metadata': {'name': 'a', 'namespace': 'shop', 'labels': {'kubernetes.io/service-name': 'app'}}}")]),
        new("RMP5310", "a name of DNS", [Service("'type': 'ExternalName'")]),
        new("RMP5310", "unknown", [Service("'selector': '?'")]),
        new("RMP5311", "there", [Sound, Ingress(Backend("app", "'number': 80"))]),
        new("RMP5311", "there by name", [Named, Ingress(Backend("app", "'name': 'web'"))]),
        new("RMP5311", "no services", [Ingress(Backend("app", "'number': 80"))]),
        new("RMP5311", "services of another namespace", [Hardened.Edit(Sound, ("metadata.namespace", "'other'")), Ingress(Backend("app", "'number': 80"))]),
        new("RMP5311", "another Service", [Sound, Ingress($"{Backend("shop", "'number': 80")}, 'defaultBackend': {{'service': {{'name': 'none', 'port': {{'number': 80}}}}}}")],
            "spec.defaultBackend.service.name: Service 'none', to which Ingress 'app' leads, is not among the services of the namespace in these objects",
            "spec.rules[0].http.paths[0].backend.service.name: Service 'shop', to which Ingress 'app' leads, is not among the services of the namespace in these objects"),
        new("RMP5311", "another port", [Sound, Ingress(Backend("app", "'number': 8080"))],
            "spec.rules[0].http.paths[0].backend.service.port.number: Service 'app', to which Ingress 'app' leads, has no port 8080"),
        new("RMP5311", "another name", [Named, Ingress(Backend("app", "'name': 'grpc'"))],
            "spec.rules[0].http.paths[0].backend.service.port.name: Service 'app', to which Ingress 'app' leads, has no port named 'grpc'"),
        new("RMP5311", "a Service whose name is not known", [Sound, Hardened.Edit(Sound, ("metadata.name", "'?'")), Ingress(Backend("shop", "'number': 80"))]),
        new("RMP5311", "unknown", [Sound, Ingress(Backend("?", "'number': 80"))], "? spec.rules[0].http.paths[0].backend.service.name is not known yet"),
        new("RMP5311", "unknown port", [Sound, Ingress(Backend("app", "'number': '?'"))],
            "? spec.rules[0].http.paths[0].backend.service.port.number cannot be compared with ports that are not known yet"),
        new("RMP5311", "unknown ports", [Service("'ports': '?'"), Ingress(Backend("app", "'number': 80"))],
            "? spec.rules[0].http.paths[0].backend.service.port.number cannot be compared with ports that are not known yet"),
        new("RMP5311", "a name of DNS", [Service("'type': 'ExternalName'"), Ingress(Backend("app", "'number': 80"))]),
        new("RMP5311", "an action of a load balancer", [Sound, Ingress(Backend("app", "'name': 'use-annotation'"))]),
        new("RMP5311", "a resource", [Sound, Ingress("'defaultBackend': {'resource': {'kind': 'Bucket', 'name': 'b'}}")]),
        new("RMP5312", "names and numbers", [App, Sound, Service("'ports': [{'port': 65535, 'targetPort': 1}, {'port': 1, 'targetPort': 'a-1'}, {'port': 2, 'targetPort': 0}]")]),
        new("RMP5312", "container", [Hardened.Container("ports", "[{'name': 'Http', 'containerPort': 0}, {'name': 'http--metrics', 'containerPort': 65536}, {'name': 'administration-1'}, {'name': '8080'}, {'name': '-a'}, {'name': 'a-'}]")],
            $"{Container}.ports[0].containerPort: container 'app' has the port 0, which is not from 1 to 65535",
            $"{Container}.ports[0].name: container 'app' has the port 'Http', which is not a valid port name",
            $"{Container}.ports[1].containerPort: container 'app' has the port 65536, which is not from 1 to 65535",
            $"{Container}.ports[1].name: container 'app' has the port 'http--metrics', which is not a valid port name",
            $"{Container}.ports[2].name: container 'app' has the port 'administration-1', which is not a valid port name",
            $"{Container}.ports[3].name: container 'app' has the port '8080', which is not a valid port name",
            $"{Container}.ports[4].name: container 'app' has the port '-a', which is not a valid port name",
            $"{Container}.ports[5].name: container 'app' has the port 'a-', which is not a valid port name"),
        new("RMP5312", "Service", [Service("'ports': [{'port': 0, 'targetPort': 'n3V3r'}]")],
            "spec.ports[0].port: Service 'app' has the port 0, which is not from 1 to 65535",
            "spec.ports[0].targetPort: Service 'app' has the port 'n3V3r', which is not a valid port name"),
        new("RMP5312", "unknown", [Hardened.Container("ports", "'?'"), Service("'ports': [{'port': '?', 'targetPort': '?'}]")]),
    ];

    private static PropertyObject Service(string spec) => ManifestText.Object(
        $"{{'apiVersion': 'v1', 'kind': 'Service', 'metadata': {{'name': 'app', 'namespace': 'shop'}}, 'spec': {{{spec}}}}}");

    private static PropertyObject Policy(string spec) => ManifestText.Object(
        $"{{'apiVersion': 'networking.k8s.io/v1', 'kind': 'NetworkPolicy', 'metadata': {{'name': 'app', 'namespace': 'shop'}}, 'spec': {{{spec}}}}}");

    private static PropertyObject Ingress(string spec) => ManifestText.Object(
        $"{{'apiVersion': 'networking.k8s.io/v1', 'kind': 'Ingress', 'metadata': {{'name': 'app', 'namespace': 'shop'}}, 'spec': {{{spec}}}}}");

    private static string Backend(string service, string port) =>
        $"'rules': [{{'http': {{'paths': [{{'path': '/', 'backend': {{'service': {{'name': '{service}', 'port': {{{port}}}}}}}}}]}}}}]";
}

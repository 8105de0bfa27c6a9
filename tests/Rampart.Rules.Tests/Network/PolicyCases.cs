using Rampart.Protocol.Values;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Network;

/// <summary>The cases of the rules about network policies.</summary>
internal static class PolicyCases
{
    private const string Labels = "spec.template.metadata.labels";
    private const string Both = "'policyTypes': ['Ingress', 'Egress']";
    private const string Dns = "{'ports': [{'port': 53, 'protocol': 'UDP'}, {'port': 53}], 'to': [{'namespaceSelector': {'matchLabels': {'kubernetes.io/metadata.name': 'kube-system'}}}]}";

    private static readonly PropertyObject App = Hardened.Deployment();

    private static readonly PropertyObject Place = ManifestText.Object("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'shop'}}");

    private static readonly PropertyObject Deny = Policy("default-deny", $"'podSelector': {{}}, {Both}");

    private static readonly PropertyObject AllowDns = Policy("allow-dns", $"'podSelector': {{}}, 'policyTypes': ['Egress'], 'egress': [{Dns}]");

    private static readonly PropertyObject Cilium = ManifestText.Object(
        "{'apiVersion': 'cilium.io/v2', 'kind': 'CiliumNetworkPolicy', 'metadata': {'name': 'a', 'namespace': 'shop'}}");

    private static readonly PropertyObject Binding = ManifestText.Object("""
        {'apiVersion': 'rbac.authorization.k8s.io/v1', 'kind': 'RoleBinding', 'metadata': {'name': 'app', 'namespace': 'shop'},
          'roleRef': {'kind': 'Role', 'name': 'app'}, 'subjects': [{'kind': 'ServiceAccount', 'name': 'app', 'namespace': 'shop'}]}
        """);

    private static readonly PropertyObject Asking = Hardened.Pod("volumes[1]", "{'name': 'token', 'projected': {'sources': [{'serviceAccountToken': {'path': 'token'}}]}}");

    private static readonly PropertyObject OnNode = Hardened.Pod("hostNetwork", "true");

    private static readonly PropertyObject Owned = Hardened.Deployment(("kind", "'ReplicaSet'"), ("metadata.ownerReferences", "[{'kind': 'Deployment', 'name': 'app'}]"));

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP5201", "both directions", [App, Deny]),
        new("RMP5201", "in two policies", [App,
            Policy("a", "'podSelector': {}, 'policyTypes': ['Ingress']"), Policy("b", $"'podSelector': {{}}, 'policyTypes': ['Egress'], 'egress': [{Dns}]")]),
        new("RMP5201", "no selector selects all", [App, Policy("a", Both)]),
        new("RMP5201", "none, at the workload", [App, Hardened.Deployment(("metadata.name", "'other'"))], ": no policy denies ingress and egress in namespace 'shop' by default"),
        new("RMP5201", "none, at the namespace", [App, Place], ": no policy denies ingress and egress in namespace 'shop' by default"),
        new("RMP5201", "no namespace", [Hardened.Deployment(("metadata.namespace", "null"))], ": no policy denies ingress and egress in the namespace by default"),
        new("RMP5201", "of another namespace", [App, Hardened.Edit(Deny, ("metadata.namespace", "'other'"))], ": no policy denies ingress and egress in namespace 'shop' by default"),
        new("RMP5201", "only ingress, by default of policyTypes", [App, Policy("a", "'podSelector': {}")], ": no policy denies egress in namespace 'shop' by default"),
        new("RMP5201", "only egress", [App, AllowDns], ": no policy denies ingress in namespace 'shop' by default"),
        new("RMP5201", "all is allowed", [App, Policy("a", $"'podSelector': {{}}, {Both}, 'ingress': [{{}}]")], ": no policy denies ingress in namespace 'shop' by default"),
        new("RMP5201", "only some pods", [App, Policy("a", $"'podSelector': {{'matchLabels': {{'a': 'b'}}}}, {Both}")],
            ": no policy denies ingress and egress in namespace 'shop' by default"),
        new("RMP5201", "unknown", [App, Policy("a", "'podSelector': {}, 'policyTypes': '?'")], "? metadata.namespace has policies that are not fully known"),
        new("RMP5201", "unknown selector", [App, Place, Policy("a", $"'podSelector': '?', {Both}")], "? metadata.name has policies that are not fully known"),
        new("RMP5201", "policies of another kind", [App, Cilium]),
        new("RMP5201", "what is a policy in name only", [App, Place, Hardened.Edit(Cilium, ("kind", "'TracingPolicy'")), Hardened.Edit(Cilium, ("kind", "'CiliumEgressGatewayPolicy'"))],
            ": no policy denies ingress and egress in namespace 'shop' by default"),
        new("RMP5201", "only pods of the node's network", [OnNode]),
        new("RMP5201", "of the control plane", [Hardened.Deployment(("metadata.namespace", "'kube-system'"))]),
        new("RMP5202", "one without rules", [Deny, AllowDns]),
        new("RMP5202", "none at all", [Policy("a", $"'podSelector': {{'matchLabels': {{'a': 'b'}}}}, {Both}")]),
        new("RMP5202", "only with rules", [Policy("a", "'podSelector': {}, 'policyTypes': ['Ingress']"), AllowDns],
            "spec.egress: the policies that deny egress by default, such as 'allow-dns', also allow some"),
        new("RMP5202", "unknown rules", [Policy("a", $"'podSelector': {{}}, {Both}, 'egress': '?'")]),
        new("RMP5203", "selected by default", [App, Deny]),
        new("RMP5203", "a template of which nothing runs", [Hardened.Edit(App, ("kind", "'PodTemplate'")), AllowDns]),
        new("RMP5203", "selected by label", [App, Policy("a", $"'podSelector': {{'matchLabels': {{'app.kubernetes.io/instance': 'app'}}}}, {Both}")]),
        new("RMP5203", "no policies is another rule's", [App]),
        new("RMP5203", "not selected", [App, Policy("a", $"'podSelector': {{'matchLabels': {{'a': 'b'}}}}, {Both}")],
            $"{Labels}: no policy of the namespace selects the pods for ingress and egress"),
        new("RMP5203", "not selected for egress", [App, Policy("a", "'podSelector': {}, 'policyTypes': ['Ingress']")], $"{Labels}: no policy of the namespace selects the pods for egress"),
        new("RMP5203", "not selected for ingress", [App, AllowDns], $"{Labels}: no policy of the namespace selects the pods for ingress"),
        new("RMP5203", "unknown label", [Hardened.Deployment(($"{Labels}[a]", "'?'")), Policy("a", $"'podSelector': {{'matchLabels': {{'a': 'b'}}}}, {Both}")],
            $"? {Labels} may be selected by policies that are not fully known"),
        new("RMP5203", "another owns it", [Owned, AllowDns]),
        new("RMP5204", "allowed", [App, Deny, AllowDns]),
        new("RMP5204", "not denied", [App, Policy("a", "'podSelector': {}, 'policyTypes': ['Ingress']")]),
        new("RMP5204", "not allowed", [App, Deny], $"{Labels}: egress of the pods is denied and no policy allows them to query DNS on port 53 over UDP and TCP"),
        new("RMP5204", "only UDP", [App, Deny, Policy("a", "'podSelector': {}, 'policyTypes': ['Egress'], 'egress': [{'ports': [{'port': 53, 'protocol': 'UDP'}]}]")],
            $"{Labels}: egress of the pods is denied and no policy allows them to query DNS on port 53 over TCP"),
        new("RMP5204", "only TCP", [App, Deny, Policy("a", "'podSelector': {}, 'policyTypes': ['Egress'], 'egress': [{'ports': [{'port': 50, 'endPort': 60}]}]")],
            $"{Labels}: egress of the pods is denied and no policy allows them to query DNS on port 53 over UDP"),
        new("RMP5204", "all ports of other namespaces", [App, Deny, Policy("a", "'podSelector': {}, 'policyTypes': ['Egress'], 'egress': [{'to': [{'namespaceSelector': {}}]}]")]),
        new("RMP5204", "everything", [App, Deny, Policy("a", "'podSelector': {}, 'policyTypes': ['Egress'], 'egress': [{}]")]),
        new("RMP5204", "all ports of the same namespace", [App, Deny, Policy("a", "'podSelector': {}, 'policyTypes': ['Egress'], 'egress': [{'to': [{'podSelector': {}}]}]")],
            $"{Labels}: egress of the pods is denied and no policy allows them to query DNS on port 53 over UDP and TCP"),
        new("RMP5204", "OpenShift's port", [App, Deny, Policy("a", "'podSelector': {}, 'policyTypes': ['Egress'], 'egress': [{'ports': [{'port': 5353, 'protocol': 'UDP'}, {'port': 5353}]}]")]),
        new("RMP5204", "unknown rules", [App, Deny, Policy("a", "'podSelector': {}, 'policyTypes': ['Egress'], 'egress': '?'")]),
        new("RMP5204", "no DNS", [Hardened.Pod("dnsPolicy", "'None'"), Deny]),
        new("RMP5205", "allowed by address", [Asking, Binding, Deny, Policy("a", "'podSelector': {}, 'policyTypes': ['Egress'], 'egress': [{'to': [{'ipBlock': {'cidr': '10.0.0.1/32'}}], 'ports': [{'port': 6443}]}]")]),
        new("RMP5205", "allowed to everywhere", [Asking, Binding, Deny, Policy("a", "'podSelector': {}, 'policyTypes': ['Egress'], 'egress': [{'ports': [{'port': 443}]}]")]),
        new("RMP5205", "no rights", [Asking, Deny]),
        new("RMP5205", "no token", [App, Binding, Deny]),
        new("RMP5205", "token for another server", [Hardened.Edit(Asking, ("spec.template.spec.volumes[1].projected.sources[0].serviceAccountToken.audience", "'vault'")), Binding, Deny]),
        new("RMP5205", "not allowed", [Asking, Binding, Deny, AllowDns],
            $"{Labels}: the pods have a token and rights, but their egress is denied and no policy allows them to connect to the API server"),
        new("RMP5205", "allowed to pods, which it is not", [Hardened.Pod("automountServiceAccountToken", "true"), Binding, Deny, Policy("a", "'podSelector': {}, 'policyTypes': ['Egress'], 'egress': [{'to': [{'podSelector': {'matchLabels': {'component': 'apiserver'}}}], 'ports': [{'port': 443}]}]")],
            $"{Labels}: the pods have a token and rights, but their egress is denied and no policy allows them to connect to the API server"),
        new("RMP5206", "peers", [AllowDns]),
        new("RMP5206", "no rules", [Deny]),
        new("RMP5206", "everything", [Policy("a", $"'podSelector': {{}}, {Both}, 'ingress': [{{}}], 'egress': [{{'to': [{{'ipBlock': {{'cidr': '0.0.0.0/0'}}}}]}}]")],
            "spec.egress[0]: policy 'a' allows all egress to everywhere",
            "spec.ingress[0]: policy 'a' allows all ingress from everywhere"),
        new("RMP5206", "all addresses but some", [Policy("a", $"'podSelector': {{}}, {Both}, 'egress': [{{'to': [{{'ipBlock': {{'cidr': '0.0.0.0/0', 'except': ['169.254.169.254/32']}}}}]}}]")]),
        new("RMP5206", "unknown", [Policy("a", $"'podSelector': {{}}, {Both}, 'ingress': '?'")], "? spec.ingress is not known yet"),
        new("RMP5207", "peers", [AllowDns]),
        new("RMP5207", "everything is another rule's", [Policy("a", $"'podSelector': {{}}, {Both}, 'ingress': [{{}}]")]),
        new("RMP5207", "ports for everybody", [Policy("a", $$$"""
                'podSelector': {}, {{{Both}}}, 'ingress': [{'ports': [{'port': 80}]}, {'from': [{'namespaceSelector': {}}]}],
                'egress': [{'ports': [{'port': 443}], 'to': [{'ipBlock': {'cidr': '::/0'}}]}, {'ports': [{'port': 443}]}]
                """)],
            "spec.egress[0]: policy 'a' allows egress to every address",
            "spec.egress[1]: policy 'a' allows egress to everywhere",
            "spec.ingress[0]: policy 'a' allows ingress from everywhere",
            "spec.ingress[1]: policy 'a' allows ingress from every pod of the cluster"),
        new("RMP5207", "some pods of every namespace", [Policy("a", $"'podSelector': {{}}, {Both}, 'ingress': [{{'from': [{{'namespaceSelector': {{}}, 'podSelector': {{'matchLabels': {{'a': 'b'}}}}}}]}}]")]),
        new("RMP5208", "by address", [Policy("a", $"'podSelector': {{}}, {Both}, 'egress': [{{'to': [{{'ipBlock': {{'cidr': '10.0.0.1/32'}}}}]}}]")]),
        new("RMP5208", "by label", [Policy("a", $"'podSelector': {{}}, {Both}, 'egress': [{{'to': [{{'namespaceSelector': {{}}}}, {{'podSelector': {{'matchLabels': {{'component': 'apiserver'}}}}}}]}}]")],
            "spec.egress[0].to[1].podSelector: policy 'a' selects the API server as a pod, by component apiserver"),
        new("RMP5209", "all", [App, Deny]),
        new("RMP5209", "some", [App, Policy("a", $"'podSelector': {{'matchLabels': {{'app.kubernetes.io/name': 'app'}}}}, {Both}")]),
        new("RMP5209", "none", [App, Policy("a", $"'podSelector': {{'matchLabels': {{'app.kubernetes.io/name': 'ap'}}}}, {Both}")],
            "spec.podSelector: policy 'a' selects no workload of its namespace in these objects"),
        new("RMP5209", "no workloads in its namespace", [App, Hardened.Edit(Policy("a", "'podSelector': {'matchLabels': {'a': 'b'}}"), ("metadata.namespace", "'other'"))]),
        new("RMP5209", "unknown labels", [Hardened.Deployment((Labels, "'?'")), Policy("a", "'podSelector': {'matchLabels': {'a': 'b'}}")]),
        new("RMP5210", "stated", [Deny]),
        new("RMP5210", "not stated", [Policy("a", "'podSelector': {}")], "spec.policyTypes: policy 'a' does not set policyTypes"),
        new("RMP5210", "unknown", [Policy("a", "'policyTypes': '?'")], "? spec.policyTypes is not known yet"),
        new("RMP5211", "named", [AllowDns]),
        new("RMP5211", "not named", [Policy("a", $"'podSelector': {{}}, 'policyTypes': ['Ingress'], 'egress': [{Dns}]")],
            "spec.egress: policy 'a' has rules for egress, which its policyTypes do not name"),
        new("RMP5211", "unknown", [Policy("a", $"'podSelector': {{}}, 'policyTypes': ['?'], 'egress': [{Dns}]")]),
        new("RMP5213", "deny, and DNS for all", [Deny, AllowDns]),
        new("RMP5213", "some pods", [Policy("a", $"'podSelector': {{'matchLabels': {{'a': 'b'}}}}, {Both}, 'ingress': [{{'ports': [{{'port': 80}}]}}]")]),
        new("RMP5213", "more than DNS for all", [Policy("a", $"'podSelector': {{}}, {Both}, 'ingress': [{{'ports': [{{'port': 53}}]}}, {{}}], 'egress': [{Dns}, {{}}]")],
            "spec.podSelector: policy 'a' allows egress for every pod of the namespace",
            "spec.podSelector: policy 'a' allows ingress for every pod of the namespace"),
        new("RMP5213", "no selector", [Policy("a", Both)], "spec.podSelector: policy 'a' has no podSelector, so it is for every pod of the namespace"),
        new("RMP5213", "unknown", [Policy("a", "'podSelector': '?'")], "? spec.podSelector is not known yet"),
        new("RMP5214", "ports", [AllowDns]),
        new("RMP5214", "everything is another rule's", [Policy("a", "'podSelector': {}, 'ingress': [{}]")]),
        new("RMP5214", "no ports", [Policy("a", "'podSelector': {}, 'ingress': [{'from': [{'podSelector': {}}]}], 'egress': [{'to': [{'podSelector': {}}], 'ports': [{'protocol': 'TCP'}]}]")],
            "spec.egress[0].ports: policy 'a' allows egress on all ports",
            "spec.ingress[0].ports: policy 'a' allows ingress on all ports"),
        new("RMP5214", "unknown", [Policy("a", "'podSelector': {}, 'ingress': [{'from': [{'podSelector': {}}], 'ports': '?'}]")]),
        new("RMP5215", "valid", [AllowDns, Policy("a", "'podSelector': {}, 'ingress': [{'from': [{'ipBlock': {'cidr': '10.0.0.0/8'}}], 'ports': [{'port': 80, 'endPort': 90}]}]")]),
        new("RMP5215", "peers", [Policy("a", "'podSelector': {}, 'ingress': [{'from': [{}, {'ipBlock': {}}, {'ipBlock': {'cidr': '10.0.0.0/8'}, 'podSelector': {}}]}]")],
            "spec.ingress[0].from[0]: a peer of policy 'a' is nothing",
            "spec.ingress[0].from[1]: a peer of policy 'a' is a block of addresses without cidr",
            "spec.ingress[0].from[2]: a peer of policy 'a' is both a block of addresses and a selector"),
        new("RMP5215", "ranges", [Policy("a", "'podSelector': {}, 'egress': [{'ports': [{'endPort': 90}, {'port': 'http', 'endPort': 90}, {'port': 91, 'endPort': 90}, {'port': '?', 'endPort': 90}]}]")],
            "spec.egress[0].ports[0].endPort: a port range of policy 'a' ends at 90 but does not start at a number that is not larger",
            "spec.egress[0].ports[1].endPort: a port range of policy 'a' ends at 90 but does not start at a number that is not larger",
            "spec.egress[0].ports[2].endPort: a port range of policy 'a' ends at 90 but does not start at a number that is not larger"),
        new("RMP5215", "unknown", [Policy("a", "'podSelector': {}, 'ingress': [{'from': ['?', {'ipBlock': '?'}]}], 'egress': '?'")], "? spec.egress is not known yet"),
        new("RMP5207", "every pod", [Policy("a", $"'podSelector': {{}}, {Both}, 'ingress': [{{'from': [{{'podSelector': {{}}}}]}}], 'egress': [{{'to': [{{'namespaceSelector': {{}}}}], 'ports': [{{'port': 80}}]}}, {{'to': [{{'namespaceSelector': {{}}}}], 'ports': [{{'port': 53}}]}}]")],
            "spec.egress[0]: policy 'a' allows egress to every pod of the cluster",
            "spec.ingress[0]: policy 'a' allows ingress from every pod of its namespace"),
        new("RMP5216", "with namespace", [Policy("a", "'podSelector': {}, 'egress': [{'to': [{'namespaceSelector': {}, 'podSelector': {'matchLabels': {'k8s-app': 'kube-dns'}}}]}]")]),
        new("RMP5216", "without", [Policy("a", "'podSelector': {}, 'egress': [{'to': [{'podSelector': {'matchLabels': {'k8s-app': 'kube-dns'}}}]}]")],
            "spec.egress[0].to[0].namespaceSelector: policy 'a' looks for kube-dns in its own namespace"),
        new("RMP5216", "beside DNS", [Hardened.Edit(
            Policy("a", "'podSelector': {}, 'egress': [{'to': [{'podSelector': {'matchLabels': {'k8s-app': 'kube-dns'}}}]}]"), ("metadata.namespace", "'kube-system'"))]),
        new("RMP5217", "both", [AllowDns]),
        new("RMP5217", "no DNS", [Policy("a", "'podSelector': {}, 'egress': [{'ports': [{'port': 80}]}]")]),
        new("RMP5217", "in two rules", [Policy("a", "'podSelector': {}, 'egress': [{'ports': [{'port': 53}]}, {'ports': [{'port': 53, 'protocol': 'UDP'}]}]")]),
        new("RMP5217", "only UDP", [Policy("a", "'podSelector': {}, 'egress': [{'ports': [{'port': 53, 'protocol': 'UDP'}]}]")], "spec.egress: policy 'a' allows DNS only over UDP"),
        new("RMP5217", "only TCP", [Policy("a", "'podSelector': {}, 'egress': [{'ports': [{'port': 53}]}]")], "spec.egress: policy 'a' allows DNS only over TCP"),
        new("RMP5218", "pods named", [Policy("a", "'podSelector': {}, 'egress': [{'ports': [{'port': 53}], 'to': [{'namespaceSelector': {'matchLabels': {'kubernetes.io/metadata.name': 'kube-system'}}, 'podSelector': {'matchLabels': {'k8s-app': 'kube-dns'}}}]}]")]),
        new("RMP5218", "another port", [Policy("a", "'podSelector': {}, 'egress': [{'ports': [{'port': 5432}], 'to': [{'namespaceSelector': {'matchLabels': {'kubernetes.io/metadata.name': 'data'}}}]}]")]),
        new("RMP5218", "every pod of the namespace", [Policy("a", "'podSelector': {}, 'egress': [{'ports': [{'port': 53}], 'to': [{'namespaceSelector': {'matchLabels': {'kubernetes.io/metadata.name': 'kube-system'}}}]}]")],
            "spec.egress[0].to[0].podSelector: policy 'a' lets pods query every pod of namespace 'kube-system' for DNS"),
        new("RMP5217", "unknown protocol", [Policy("a", "'podSelector': {}, 'egress': [{'ports': [{'port': 53, 'protocol': '?'}]}]")]),
    ];

    private static PropertyObject Policy(string name, string spec) => ManifestText.Object(
        $"{{'apiVersion': 'networking.k8s.io/v1', 'kind': 'NetworkPolicy', 'metadata': {{'name': '{name}', 'namespace': 'shop'}}, 'spec': {{{spec}}}}}");
}

using Rampart.Protocol.Values;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Availability;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Objects;

/// <summary>Objects that go together, with a namespace that is written in other ways, or not known.</summary>
public sealed class UnknownNamespaceTests
{
    // The only rule that asks what is written.
    private const string OwnNamespace = "RMP5401";

    private static readonly PropertyObject[] App =
    [
        ManifestText.Object("{'apiVersion': 'v1', 'kind': 'ResourceQuota', 'metadata': {'name': 'shop'}, 'spec': {'hard': {'pods': '20', 'requests.cpu': '10', 'limits.memory': '20Gi'}}}"),
        ManifestText.Object(
            """
            {'apiVersion': 'v1', 'kind': 'LimitRange', 'metadata': {'name': 'shop'}, 'spec': {'limits': [{'type': 'Container',
             'default': {'cpu': '1', 'memory': '1Gi'}, 'defaultRequest': {'cpu': '100m', 'memory': '1Gi'}, 'min': {'cpu': '10m', 'memory': '1Mi'}, 'max': {'cpu': '2', 'memory': '2Gi'}}]}}
            """),
        ManifestText.Object("{'apiVersion': 'networking.k8s.io/v1', 'kind': 'NetworkPolicy', 'metadata': {'name': 'deny'}, 'spec': {'podSelector': {}, 'policyTypes': ['Ingress', 'Egress']}}"),
        ManifestText.Object(
            """
            {'apiVersion': 'networking.k8s.io/v1', 'kind': 'NetworkPolicy', 'metadata': {'name': 'app'}, 'spec': {
             'podSelector': {'matchLabels': {'app.kubernetes.io/instance': 'app'}}, 'policyTypes': ['Ingress'],
             'ingress': [{'from': [{'podSelector': {'matchLabels': {'app.kubernetes.io/instance': 'migrate'}}}], 'ports': [{'port': 8080}]}]}}
            """),
        ManifestText.Object("{'apiVersion': 'v1', 'kind': 'ServiceAccount', 'metadata': {'name': 'app'}, 'automountServiceAccountToken': false}"),
        ManifestText.Object("{'apiVersion': 'v1', 'kind': 'ServiceAccount', 'metadata': {'name': 'default'}, 'automountServiceAccountToken': false}"),
        ManifestText.Object(
            """
            {'apiVersion': 'rbac.authorization.k8s.io/v1', 'kind': 'Role', 'metadata': {'name': 'app'},
             'rules': [{'apiGroups': [''], 'resources': ['configmaps'], 'resourceNames': ['app'], 'verbs': ['get']}]}
            """),
        ManifestText.Object(
            """
            {'apiVersion': 'rbac.authorization.k8s.io/v1', 'kind': 'RoleBinding', 'metadata': {'name': 'app'}, 'roleRef': {'apiGroup': 'rbac.authorization.k8s.io', 'kind': 'Role', 'name': 'app'},
             'subjects': [{'kind': 'ServiceAccount', 'name': 'app'}]}
            """),
        ManifestText.Object("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'app'}, 'data': {'key': 'value'}}"),
        ManifestText.Object("{'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {'name': 'registry'}, 'type': 'kubernetes.io/dockerconfigjson', 'data': {'.dockerconfigjson': 'e30='}}"),
        ManifestText.Object(
            """
            {'apiVersion': 'networking.k8s.io/v1', 'kind': 'Ingress', 'metadata': {'name': 'app'}, 'spec': {'tls': [{'hosts': ['app.example.com']}],
             'rules': [{'host': 'app.example.com', 'http': {'paths': [{'path': '/', 'pathType': 'Prefix', 'backend': {'service': {'name': 'app', 'port': {'number': 8080}}}}]}}]}}
            """),
        Hardened.Deployment(
            ("spec.template.spec.imagePullSecrets", "[{'name': 'registry'}]"),
            ("spec.template.spec.containers[0].env", "[{'name': 'KEY', 'valueFrom': {'configMapKeyRef': {'name': 'app', 'key': 'key'}}}]")),
        AvailabilityObjects.Budget(),
        AvailabilityObjects.Autoscaler(),
        AvailabilityObjects.Service(),
        AvailabilityObjects.Job(),
        AvailabilityObjects.StatefulSet(("spec.serviceName", "'app'")),
        ManifestText.Object("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'shop'}}"),
        ManifestText.Object("{'apiVersion': 'v1', 'kind': 'ServiceAccount', 'metadata': {'name': 'other'}, 'automountServiceAccountToken': false}"),
        AvailabilityObjects.Service(("metadata.name", "'store'"), ("spec.selector", "{'app.kubernetes.io/instance': 'store'}")),
        AvailabilityObjects.Service(("metadata.name", "'outside'"), ("spec.selector", "null")),
        ManifestText.Object("{'apiVersion': 'v1', 'kind': 'Endpoints', 'metadata': {'name': 'outside'}, 'subsets': [{'addresses': [{'ip': '10.1.1.1'}], 'ports': [{'port': 8080}]}]}"),
        Hardened.Deployment(("metadata.name", "'web'"), ("spec.template.spec.serviceAccountName", "'other'")),
        ManifestText.Object(
            """
            {'apiVersion': 'kyverno.io/v1', 'kind': 'Policy', 'metadata': {'name': 'verify'}, 'spec': {'rules': [{'name': 'verify', 'match': {'resources': {'kinds': ['Pod']}},
             'verifyImages': [{'imageReferences': ['*'], 'failureAction': 'Enforce', 'attestors': [{'entries': []}]}]}]}}
            """),
    ];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, App.Length)];

    // What another namespace would break may be so while the namespace is not known, and may not be.
    [Theory]
    [MemberData(nameof(Places))]
    public void Check_NamespaceOfOneIsNotKnown_BreaksNothing(int place)
    {
        HashSet<string> known = [.. Broken(App.Select(static item => In(item, "'shop'")))];

        string[] broken = [.. Broken(App.Select((item, i) => In(item, i == place ? "'?'" : "'shop'"))).Where(finding => !known.Contains(finding))];

        Assert.Equal("", string.Join("\n", broken));
    }

    // Objects of one provider whose namespace is not known.
    [Fact]
    public void Check_NamespaceOfNoneIsKnown_BreaksNothing()
    {
        HashSet<string> known = [.. Broken(App.Select(static item => In(item, "'shop'")))];

        string[] broken = [.. Broken(App.Select(static item => In(item, "'?'"))).Where(finding => !known.Contains(finding))];

        Assert.Equal("", string.Join("\n", broken));
    }

    public static TheoryData<int, string> Writings
    {
        get
        {
            TheoryData<int, string> all = [];
            for (int i = -1; i < App.Length; i++)
            {
                all.Add(i, "null");
                all.Add(i, "''");
            }

            return all;
        }
    }

    // -1 stands for all of them.
    [Theory]
    [MemberData(nameof(Writings))]
    public void Check_Default_IsOneNamespaceHoweverItIsWritten(int place, string written)
    {
        string[] expected = Find(App.Select(static item => In(item, "'default'")));

        Assert.Equal(expected, Find(App.Select((item, i) => In(item, place < 0 || i == place ? written : "'default'"))));
    }

    [Fact]
    public void Check_PolicyOfImagesWhoseNamespaceIsNotKnown_IsNotMet() => Assert.Contains(
        Check(App.Select(static item => In(item, item["kind"].StringOrNull() == "Policy" ? "'?'" : "'shop'"))),
        static finding => finding.Rule.Id == "RMP2051" && finding.Verdict == FindingVerdict.Unknown);

    private static PropertyObject In(PropertyObject item, string json) =>
        item["kind"].StringOrNull() == "Namespace" ? item : Hardened.Edit(item, ("metadata.namespace", json));

    private static IEnumerable<Finding> Check(IEnumerable<PropertyObject> objects) =>
        ObjectChecker.Check(new ObjectSet([.. objects.Select(static item => new KubernetesObject(item))])).Findings.Where(static finding => finding.Rule.Id != OwnNamespace);

    private static string[] Find(IEnumerable<PropertyObject> objects) =>
        [.. Check(objects).Select(static finding => $"{finding.Verdict} {finding.Rule.Id} {finding.Object.Kind} {finding.Object.Name} {finding.Path}")];

    private static IEnumerable<string> Broken(IEnumerable<PropertyObject> objects) =>
        Check(objects).Where(static finding => finding.Verdict == FindingVerdict.Broken)
            .Select(static finding => $"{finding.Rule.Id} {finding.Object.Kind} {finding.Object.Name} {finding.Path}");
}

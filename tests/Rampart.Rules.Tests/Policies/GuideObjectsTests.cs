using Rampart.Protocol.Values;
using Rampart.Rules.Objects;
using Rampart.Rules.Policies;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Availability;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Policies;

/// <summary>The objects of the hardening guide, each alone in its file, have the findings that they are known for and no others.</summary>
public sealed class GuideObjectsTests
{
    private const string Signatures = """
        {'apiVersion': 'kyverno.io/v1', 'kind': 'ClusterPolicy', 'metadata': {'name': 'verify-spicedb-image'}, 'spec': {
          'validationFailureAction': 'enforce', 'rules': [{'name': 'verify-signature', 'match': {'resources': {'kinds': ['Pod']}},
          'verifyImages': [{'imageReferences': ['authzed/spicedb:*'], 'attestors': [{'entries': [{'keys': {'publicKeys': 'a key'}}]}]}]}]}}
        """;

    private const string Registries = """
        {'apiVersion': 'kyverno.io/v1', 'kind': 'ClusterPolicy', 'metadata': {'name': 'allowed-registries'}, 'spec': {
          'validationFailureAction': 'enforce', 'rules': [{'name': 'validate-registry',
          'match': {'resources': {'kinds': ['Pod'], 'namespaces': ['spicedb']}},
          'validate': {'message': 'Images must be from authzed registry', 'pattern': {'spec': {'containers': [{'image': 'authzed/*'}]}}}}]}}
        """;

    private const string Template = """
        {'apiVersion': 'templates.gatekeeper.sh/v1beta1', 'kind': 'ConstraintTemplate', 'metadata': {'name': 'allowedrepos'}, 'spec': {
          'crd': {'spec': {'names': {'kind': 'AllowedRepos'}}}, 'targets': [{'target': 'admission.k8s.gatekeeper.sh', 'rego':
          'violation[{\u0022msg\u0022: msg}] { container := input.review.object.spec.containers[_] not startswith(container.image, \u0022authzed/\u0022) msg := container.image }'}]}}
        """;

    private const string Constraint = """
        {'apiVersion': 'constraints.gatekeeper.sh/v1beta1', 'kind': 'AllowedRepos', 'metadata': {'name': 'spicedb-repo-only'}, 'spec': {
          'match': {'kinds': [{'apiGroups': [''], 'kinds': ['Pod']}], 'namespaces': ['spicedb']}}}
        """;

    private const string Monitoring = """
        {'apiVersion': 'cilium.io/v1alpha1', 'kind': 'TracingPolicy', 'metadata': {'name': 'spicedb-monitoring'}, 'spec': {'kprobes': [{
          'call': 'sys_execve', 'syscall': true, 'selectors': [{'matchNamespaces': [{'namespace': 'spicedb', 'operator': 'In'}],
          'matchBinaries': [{'operator': 'NotIn', 'values': ['/usr/local/bin/spicedb']}]}]}]}}
        """;

    private const string Writes = """
        [{'rule': 'Write below root', 'desc': 'Detect any write below root directory', 'output': 'written', 'priority': 'WARNING', 'condition':
          'container.id != host and fd.name startswith \u0022/\u0022 and evt.type in (write, rename, unlink) and container.image.repository = \u0022authzed/spicedb\u0022'}]
        """;

    private const string Connections = """
        [{'rule': 'Unexpected outbound connection', 'desc': 'Detect outbound connection', 'output': 'connected', 'priority': 'WARNING', 'condition':
          'container.image.repository = \u0022authzed/spicedb\u0022 and fd.type = ipv4 and fd.sip != \u00220.0.0.0\u0022 and fd.sport != 0 and not fd.dip in (database_ips)'}]
        """;

    private const string Budget = """
        {'apiVersion': 'policy/v1', 'kind': 'PodDisruptionBudget', 'metadata': {'name': 'spicedb-pdb', 'namespace': 'spicedb'}, 'spec': {
          'minAvailable': 2, 'selector': {'matchLabels': {'app.kubernetes.io/name': 'spicedb'}}}}
        """;

    private const string Spread = """
        [{'maxSkew': 1, 'topologyKey': 'kubernetes.io/hostname', 'whenUnsatisfiable': 'DoNotSchedule',
          'labelSelector': {'matchLabels': {'app.kubernetes.io/name': 'app'}}}]
        """;

    private const string Affinity = """
        {'requiredDuringSchedulingIgnoredDuringExecution': {'nodeSelectorTerms': [{
          'matchExpressions': [{'key': 'workload-type', 'operator': 'In', 'values': ['secure']}]}]}}
        """;

    public static TheoryData<string, PropertyObject[], string> Cases => new()
    {
        { "image verification", [ManifestText.Object(Signatures)], "RMP6101 RMP6102 RMP6105 RMP6108 RMP6109" },
        { "allowed registries", [ManifestText.Object(Registries)], "RMP6101 RMP6102 RMP6105 RMP6106 RMP6107" },
        { "constraint template and constraint", [ManifestText.Object(Template), ManifestText.Object(Constraint)], "RMP6201 RMP6204 RMP6205" },
        { "tracing policy", [ManifestText.Object(Monitoring)], "RMP6401 RMP6401 RMP6402 RMP6403 RMP6405" },
        { "Falco rule about writes", [PolicyObjects.Falco(Writes)], "RMP6505 RMP6506 RMP6507 RMP6508 RMP6510" },
        { "Falco rule about connections", [PolicyObjects.Falco(Connections)], "RMP6501 RMP6503 RMP6504 RMP6508 RMP6509" },
        { "budget", [ManifestText.Object(Budget)], "RMP4007 RMP4008 RMP4009" },
        { "priority class", [Hardened.Pod("priorityClassName", "'system-cluster-critical'"), AvailabilityObjects.Budget()], "RMP4062 RMP6001" },
        { "topology spread", [Hardened.Pod("topologySpreadConstraints", Spread), AvailabilityObjects.Budget()], "RMP4054 RMP4055 RMP4068 RMP6001" },
        { "node affinity", [Hardened.Pod("affinity.nodeAffinity", Affinity), AvailabilityObjects.Budget()], "RMP4067 RMP6001" },
        { "hardened workload", [Hardened.Deployment(), AvailabilityObjects.Budget()], "RMP6001" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Check_ObjectOfTheGuide_HasTheKnownFindings(string name, PropertyObject[] objects, string expected)
    {
        CheckReport report = ObjectChecker.Check(new ObjectSet([.. objects.Select(item => new KubernetesObject(item))]));

        string ids = string.Join(' ', report.Findings.Select(finding => finding.Rule.Id).Where(id => id[3] is '4' or '6').Order(StringComparer.Ordinal));
        Assert.True(expected == ids, $"{name}: {ids}");
    }

    [Fact]
    public void Wrap_RuleFile_IsCheckedAsAnObject()
    {
        PropertyValue file = ManifestText.Value(Connections);

        Assert.True(FalcoRules.IsRuleFile(file));
        Assert.False(FalcoRules.IsRuleFile(ManifestText.Value("[{'name': 'a'}, 'rule']")));
        Assert.False(FalcoRules.IsRuleFile(ManifestText.Value("{'rule': 'a'}")));
        Assert.Equal(PolicyObjects.Falco(Connections), FalcoRules.Wrap(file).Body);
    }
}

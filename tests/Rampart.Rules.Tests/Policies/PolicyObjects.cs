using Rampart.Protocol.Values;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Policies;

/// <summary>Policy objects that keep the rules, and copies with changes.</summary>
internal static class PolicyObjects
{
    /// <summary>Of a kind that is deprecated, but sound apart from that.</summary>
    public static PropertyObject Kyverno(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'kyverno.io/v1', 'kind': 'ClusterPolicy', 'metadata': {'name': 'registries'}, 'spec': {'rules': [{
          'name': 'registry', 'match': {'any': [{'resources': {'kinds': ['Pod']}}]},
          'validate': {'failureAction': 'Enforce', 'pattern': {'spec': {
            'containers': [{'image': 'registry.example.com/shop/*'}],
            '=(initContainers)': [{'image': 'registry.example.com/shop/*'}],
            '=(ephemeralContainers)': [{'image': 'registry.example.com/shop/*'}]}}}}]}}
        """,
        changes);

    public static PropertyObject KyvernoSignatures(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'kyverno.io/v1', 'kind': 'ClusterPolicy', 'metadata': {'name': 'signatures'}, 'spec': {'rules': [{
          'name': 'signature', 'match': {'any': [{'resources': {'kinds': ['Pod']}}]},
          'verifyImages': [{'failureAction': 'Enforce', 'imageReferences': ['docker.io/shop/app:*', 'docker.io/shop/app@*']}]}]}}
        """,
        changes);

    public static PropertyObject ImagePolicy(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'policies.kyverno.io/v1', 'kind': 'ImageValidatingPolicy', 'metadata': {'name': 'signatures'}, 'spec': {
          'validationActions': ['Deny'], 'failurePolicy': 'Fail',
          'matchConstraints': {'resourceRules': [{'apiGroups': [''], 'apiVersions': ['v1'], 'operations': ['CREATE', 'UPDATE'], 'resources': ['pods', 'pods/ephemeralcontainers']}]},
          'matchImageReferences': [{'glob': 'registry.example.com/shop/app:*'}, {'glob': 'registry.example.com/shop/app@*'}],
          'validations': [{'expression': '(images.containers + images.initContainers + images.ephemeralContainers).all(i, verifyImageSignatures(i, [attestors.us]) > 0)'}]}}
        """,
        changes);

    public static PropertyObject Template(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'templates.gatekeeper.sh/v1', 'kind': 'ConstraintTemplate', 'metadata': {'name': 'shopimages'}, 'spec': {
          'crd': {'spec': {'names': {'kind': 'ShopImages'}}},
          'targets': [{'target': 'admission.k8s.gatekeeper.sh', 'code': [{'engine': 'Rego', 'source': {'version': 'v1', 'rego':
            'all := array.concat(input.review.object.spec.containers, array.concat(input.review.object.spec.initContainers, input.review.object.spec.ephemeralContainers)) violation contains {\u0022msg\u0022: c.name} if { some c in all; not startswith(c.image, \u0022registry.example.com/shop/\u0022) }'}}]}]}}
        """,
        changes);

    public static PropertyObject Constraint(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'constraints.gatekeeper.sh/v1beta1', 'kind': 'ShopImages', 'metadata': {'name': 'shop'},
         'spec': {'match': {'kinds': [{'apiGroups': [''], 'kinds': ['Pod']}]}}}
        """,
        changes);

    public static PropertyObject AdmissionPolicy(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': 'ValidatingAdmissionPolicy', 'metadata': {'name': 'images'}, 'spec': {
          'failurePolicy': 'Fail',
          'matchConstraints': {'resourceRules': [{'apiGroups': [''], 'apiVersions': ['v1'], 'operations': ['CREATE', 'UPDATE'], 'resources': ['pods', 'pods/ephemeralcontainers']}]},
          'variables': [{'name': 'all', 'expression': 'object.spec.containers + object.spec.?initContainers.orValue([]) + object.spec.?ephemeralContainers.orValue([])'}],
          'validations': [{'expression': 'variables.all.all(c, c.image.contains(\u0022@sha256:\u0022))'}]}}
        """,
        changes);

    public static PropertyObject Binding(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': 'ValidatingAdmissionPolicyBinding', 'metadata': {'name': 'images'},
         'spec': {'policyName': 'images', 'validationActions': ['Deny', 'Audit']}}
        """,
        changes);

    public static PropertyObject Tracing(params (string Path, string Json)[] changes) => Make(
        """
        {'apiVersion': 'cilium.io/v1alpha1', 'kind': 'TracingPolicyNamespaced', 'metadata': {'name': 'programs', 'namespace': 'shop'}, 'spec': {
          'podSelector': {'matchLabels': {'app.kubernetes.io/instance': 'app'}},
          'kprobes': [{'call': 'security_bprm_check', 'syscall': false, 'args': [{'index': 0, 'type': 'linux_binprm'}],
            'selectors': [{'matchArgs': [{'index': 0, 'operator': 'NotEqual', 'values': ['/app']}]}]}]}}
        """,
        changes);

    /// <summary>Falco rules as a rule file of its own.</summary>
    public static PropertyObject Falco(string rules) => ManifestText.Object($"{{'kind': 'FalcoRules', 'rules': {rules}}}");

    /// <summary>One complete Falco rule with a condition.</summary>
    public static PropertyObject FalcoCondition(string condition) => Falco($"[{FalcoRule(condition)}]");

    /// <summary>One complete Falco rule with a condition, as JSON.</summary>
    public static string FalcoRule(string condition) =>
        $"{{'rule': 'App writes', 'desc': 'The app writes.', 'output': 'written', 'priority': 'WARNING', 'condition': '{condition}'}}";

    private static PropertyObject Make(string json, (string Path, string Json)[] changes) => Hardened.Edit(ManifestText.Object(json), changes);
}

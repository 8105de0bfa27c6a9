using Rampart.Protocol.Values;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Images;

/// <summary>The cases of the rules about policies that verify images.</summary>
internal static class ImagePolicyRuleCases
{
    private const string Container = "spec.template.spec.containers[0]";
    private const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string NotVerified = $"{Container}.image: no policy in these objects verifies image 'registry.example.com/shop/app:v1' of container 'app'";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP2041", "nothing runs", [Kyverno("'*'", "'Enforce'")]),
        new("RMP2041", "no trace of a scan", [Hardened.Deployment(), Hardened.Deployment()],
            ": nothing in these objects shows that images are scanned for vulnerabilities"),
        new("RMP2041", "a report of Trivy", [Hardened.Deployment(), Named("aquasecurity.github.io/v1alpha1", "VulnerabilityReport")]),
        new("RMP2041", "a report of Kubescape", [Hardened.Deployment(), Named("spdx.softwarecomposition.kubescape.io/v1beta1", "VulnerabilityManifestSummary")]),
        new("RMP2041", "Kyverno asks for a report", [App("v1"), Kyverno("'registry.example.com/*'", "'Enforce'", "{'type': 'https://cosign.sigstore.dev/attestation/vuln/v1'}")]),
        new("RMP2041", "Kyverno asks others for a report", [App("v1"), Kyverno("'ghcr.io/*'", "'Enforce'", "{'type': 'https://cosign.sigstore.dev/attestation/vuln/v1'}")],
            ": nothing in these objects shows that images are scanned for vulnerabilities"),
        new("RMP2041", "Kyverno asks for something else", [App("v1"), Kyverno("'*'", "'Enforce'", "{'type': 'https://slsa.dev/provenance/v1'}")],
            ": nothing in these objects shows that images are scanned for vulnerabilities"),
        new("RMP2041", "an image policy asks for a report", [App("v1"), Validating("{'glob': '*'}", "'Deny'", "{'name': 'scan', 'intoto': {'type': 'https://in-toto.io/attestation/vulns/v0.2'}}")]),
        new("RMP2041", "Sigstore asks for a report", [App("v1"), Sigstore("**", "[{'keyless': {}, 'attestations': [{'predicateType': 'vuln'}]}]")]),

        new("RMP2051", "nothing runs", [Kyverno("'*'", "'Enforce'")]),
        new("RMP2051", "no policy", [Hardened.Deployment(), Hardened.Deployment()], ": no policy in these objects verifies the signatures of images"),
        new("RMP2051", "a policy that verifies nothing", [App("v1"), Sigstore("**", "[{'static': {'action': 'pass'}}]")],
            ": no policy in these objects verifies the signatures of images"),
        new("RMP2051", "an expression that verifies nothing", [App("v1"), Hardened.Edit(Validating("{'glob': '*'}", "'Deny'"), ("spec.validations[0].expression", "'true'"))],
            ": no policy in these objects verifies the signatures of images"),
        new("RMP2051", "Kyverno", [App("v1"), Kyverno("'registry.example.com/shop/app:*'", "'Enforce'")]),
        new("RMP2051", "Kyverno with the old field", [App("v1"), Hardened.Edit(Kyverno("'registry.example.com/*'", "null"), ("spec.validationFailureAction", "'enforce'"))]),
        new("RMP2051", "Kyverno with a tag for a digest", [App($"v1@{Digest}"), Kyverno("'registry.example.com/shop/app:*'", "'Enforce'")],
            $"{Container}.image: no policy in these objects verifies image 'registry.example.com/shop/app:v1@{Digest}' of container 'app'"),
        new("RMP2051", "Kyverno with a digest", [App($"v1@{Digest}"), Kyverno("'registry.example.com/shop/app@*'", "'Enforce'")]),
        new("RMP2051", "the guide's pattern", [Image("authzed/spicedb:v1.39.0"), Kyverno("'authzed/spicedb:*'", "'enforce'")],
            $"{Container}.image: no policy in these objects verifies image 'authzed/spicedb:v1.39.0' of container 'app'"),
        new("RMP2051", "the guide's pattern, mended", [Image("authzed/spicedb:v1.39.0"), Kyverno("'docker.io/authzed/spicedb:*'", "'Enforce'")]),
        new("RMP2051", "an official image", [Image("nginx:1"), Kyverno("'docker.io/nginx:*'", "'Enforce'")]),
        new("RMP2051", "Kyverno for another namespace than the default one", [Placeless("null"), Match("{'resources': {'namespaces': ['prod']}}")], NotVerified),
        new("RMP2051", "Kyverno for the default namespace", [Placeless("null"), Match("{'resources': {'namespaces': ['default']}}")]),
        new("RMP2051", "a policy in the default namespace", [App("v1"), Hardened.Edit(Match("{'resources': {}}"), ("kind", "'Policy'"))], NotVerified),
        new("RMP2051", "a policy and pods in the default namespace", [Placeless("''"), Hardened.Edit(Match("{'resources': {}}"), ("kind", "'Policy'"), ("metadata.namespace", "'default'"))]),
        new("RMP2051", "an image policy in the default namespace",
            [App("v1"), Hardened.Edit(Validating("{'glob': '*'}", "'Deny'"), ("kind", "'NamespacedImageValidatingPolicy'"))], NotVerified),
        new("RMP2051", "Kyverno exempts it", [App("v1"), Hardened.Edit(Kyverno("'*'", "'Enforce'"), ("spec.rules[0].verifyImages[0].skipImageReferences", "['registry.example.com/shop/*']"))], NotVerified),
        new("RMP2051", "Kyverno only audits", [App("v1"), Kyverno("'*'", "null")],
            $"{Container}.image: ClusterPolicy verify verifies image 'registry.example.com/shop/app:v1' of container 'app', but also admits it without a signature"),
        new("RMP2051", "Kyverno in another namespace", [App("v1"), Match("{'any': [{'resources': {'kinds': ['Pod'], 'namespaces': ['spice*']}}]}")], NotVerified),
        new("RMP2051", "Kyverno in this namespace, too", [App("v1"), Match("{'any': [{'resources': {'namespaces': ['spicedb', 'sh?p']}}]}")]),
        new("RMP2051", "Kyverno in any namespace", [App("v1"), Match("{'any': [{'resources': {'namespaces': ['spicedb']}}, {'resources': {'kinds': ['Pod']}}]}")]),
        new("RMP2051", "a variable in the pattern", [App("v1"), Kyverno("'{{ registry }}/*'", "'Enforce'")]),
        new("RMP2051", "a pattern that is not known", [App("v1"), Kyverno("'?'", "'Enforce'")]),
        new("RMP2051", "image policy", [App("v1"), Validating("{'glob': 'registry.example.com/shop/app:*'}", "'Deny'")]),
        new("RMP2051", "image policy on the text in the pod", [Image("authzed/spicedb:v1"), Validating("{'glob': 'docker.io/authzed/spicedb:*'}", "'Deny'")],
            $"{Container}.image: no policy in these objects verifies image 'authzed/spicedb:v1' of container 'app'"),
        new("RMP2051", "image policy by an expression", [App("v1"), Validating("{'expression': 'true'}", "'Deny'")]),
        new("RMP2051", "image policy with alternatives", [App("v1"), Validating("{'glob': '{ghcr.io,quay.io}/*'}", "'Deny'")]),
        new("RMP2051", "image policy about all", [App("v1"), Hardened.Edit(Validating("{}", "'Deny'"), ("spec.matchImageReferences", "null"))]),
        new("RMP2051", "image policy that only warns", [App("v1"), Validating("{'glob': '*'}", "'Warn'")],
            $"{Container}.image: ImageValidatingPolicy verify verifies image 'registry.example.com/shop/app:v1' of container 'app', but also admits it without a signature"),
        new("RMP2051", "image policy of another namespace",
            [App("v1"), Hardened.Edit(Validating("{'glob': '*'}", "'Deny'"), ("spec.matchConstraints.namespaceSelector", "{'matchLabels': {'kubernetes.io/metadata.name': 'spicedb'}}"))],
            NotVerified),
        new("RMP2051", "Sigstore", [App("v1"), Sigstore("registry.example.com/*/app:**", "[{'key': {}}]")]),
        new("RMP2051", "Sigstore's star stops at a slash", [App("v1"), Sigstore("registry.example.com/*", "[{'key': {}}]")], NotVerified),
        new("RMP2051", "Sigstore's name of Docker Hub", [Image("nginx:1"), Sigstore("index.docker.io/library/*", "[{'keyless': {}}]")]),

        new("RMP2053", "nothing to compare with", [Kyverno("'ghcr.io/*'", "'Enforce'")]),
        new("RMP2053", "matches", [App("v1"), Kyverno("'registry.example.com/*'", "'Enforce'")]),
        new("RMP2053", "an image that is not known", [Image("?"), Kyverno("'ghcr.io/*'", "'Enforce'")]),
        new("RMP2053", "can match nothing at all", [App("v1"), Kyverno("'authzed/*'", "'Enforce'")]),
        new("RMP2053", "matches none", [App("v1"), Kyverno("'ghcr.io/*'", "'Enforce'")],
            "spec.rules[0].verifyImages[0].imageReferences: matches none of the images of these objects, such as 'registry.example.com/shop/app:v1' of container 'app'"),
        new("RMP2053", "is about another namespace", [App("v1"), Hardened.Edit(Match("{'resources': {'namespaces': ['spicedb']}}"), ("spec.rules[0].verifyImages[0].imageReferences", "['ghcr.io/*']"))]),
        new("RMP2053", "glob", [App("v1"), Validating("{'glob': 'ghcr.io/*'}", "'Deny'")],
            "spec.matchImageReferences: matches none of the images of these objects, such as 'registry.example.com/shop/app:v1' of container 'app'"),
    ];

    private static PropertyObject App(string version) => Image($"registry.example.com/shop/app:{version}");

    private static PropertyObject Placeless(string place) => Hardened.Edit(App("v1"), ("metadata.namespace", place));

    private static PropertyObject Image(string image) => Hardened.Container("image", $"'{image}'");

    private static PropertyObject Named(string version, string kind) => ManifestText.Object(
        $"{{'apiVersion': '{version}', 'kind': '{kind}', 'metadata': {{'name': 'app', 'namespace': 'shop'}}}}");

    private static PropertyObject Kyverno(string pattern, string action, string attestation = "null") => Hardened.Edit(
        ManifestText.Object("""
            {'apiVersion': 'kyverno.io/v1', 'kind': 'ClusterPolicy', 'metadata': {'name': 'verify'}, 'spec': {'rules': [{
              'name': 'verify', 'match': {'resources': {'kinds': ['Pod']}}, 'verifyImages': [{'attestors': [{'entries': []}]}]}]}}
            """),
        ("spec.rules[0].verifyImages[0].imageReferences", $"[{pattern}]"),
        ("spec.rules[0].verifyImages[0].failureAction", action),
        ("spec.rules[0].verifyImages[0].attestations", $"[{attestation}]"));

    private static PropertyObject Match(string match) =>
        Hardened.Edit(Kyverno("'registry.example.com/*'", "'Enforce'"), ("spec.rules[0].match", match));

    private static PropertyObject Validating(string reference, string action, string attestation = "{}") => Hardened.Edit(
        ManifestText.Object("""
            {'apiVersion': 'policies.kyverno.io/v1', 'kind': 'ImageValidatingPolicy', 'metadata': {'name': 'verify'}, 'spec': {
              'validations': [{'expression': 'images.containers.map(i, verifyImageSignatures(i, [attestors.a])).all(n, n > 0)'}]}}
            """),
        ("spec.matchImageReferences", $"[{reference}]"),
        ("spec.validationActions", $"[{action}]"),
        ("spec.attestations", $"[{attestation}]"));

    private static PropertyObject Sigstore(string glob, string authorities) => Hardened.Edit(
        ManifestText.Object("{'apiVersion': 'policy.sigstore.dev/v1beta1', 'kind': 'ClusterImagePolicy', 'metadata': {'name': 'verify'}, 'spec': {}}"),
        ("spec.images", $"[{{'glob': '{glob}'}}]"),
        ("spec.authorities", authorities));
}

using Rampart.Rules.Tests.Catalogue;
using static Rampart.Rules.Tests.Policies.PolicyObjects;

namespace Rampart.Rules.Tests.Policies;

/// <summary>The cases of the rules about policies of Kyverno.</summary>
internal static class KyvernoRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP6101", "CEL kind", [ImagePolicy()]),
        new("RMP6101", "validate", [Kyverno()],
            "kind: ClusterPolicy registries has a deprecated kind, which ValidatingPolicy of policies.kyverno.io/v1 replaces"),
        new("RMP6101", "verifyImages", [KyvernoSignatures()],
            "kind: ClusterPolicy signatures has a deprecated kind, which ImageValidatingPolicy of policies.kyverno.io/v1 replaces"),
        new("RMP6101", "in a namespace",
            [
                Kyverno(("kind", "'Policy'"), ("metadata.namespace", "'shop'"), ("spec.rules[0].validate", "null"), ("spec.rules[0].mutate", "{}")),
            ],
            "kind: Policy shop/registries has a deprecated kind, which NamespacedMutatingPolicy of policies.kyverno.io/v1 replaces"),
        new("RMP6102", "at the rule", [Kyverno()]),
        new("RMP6102", "at the policy", [Kyverno(("spec.validationFailureAction", "'Enforce'"))],
            "spec.validationFailureAction: validationFailureAction is deprecated"),
        new("RMP6102", "old spelling", [Kyverno(("spec.validationFailureAction", "'enforce'"))],
            "spec.validationFailureAction: validationFailureAction is deprecated and 'enforce' is its old spelling"),
        new("RMP6103", "Enforce", [Kyverno(), KyvernoSignatures()]),
        new("RMP6103", "old spelling at the policy", [Kyverno(("spec.validationFailureAction", "'enforce'"))]),
        new("RMP6103", "old spelling at the rule",
            [
                Kyverno(("spec.rules[0].validate.failureAction", "'enforce'")),
                KyvernoSignatures(("spec.rules[0].verifyImages[0].failureAction", "'audit'")),
            ],
            "spec.rules[0].validate.failureAction: 'enforce' is neither Enforce nor Audit",
            "spec.rules[0].verifyImages[0].failureAction: 'audit' is neither Enforce nor Audit"),
        new("RMP6103", "neither", [Kyverno(("spec.validationFailureAction", "'Deny'"))], "spec.validationFailureAction: 'Deny' is neither Enforce nor Audit"),
        new("RMP6103", "unknown", [Kyverno(("spec.rules[0].validate.failureAction", "'?'"))]),
        new("RMP6104", "Enforce", [Kyverno(), KyvernoSignatures()]),
        new("RMP6104", "unset", [Kyverno(("spec.rules[0].validate.failureAction", "null"))],
            "spec.rules[0].validate.failureAction: rule 'registry' only reports violations, which is the default"),
        new("RMP6104", "Enforce at the policy", [Kyverno(("spec.rules[0].validate.failureAction", "null"), ("spec.validationFailureAction", "'enforce'"))]),
        new("RMP6104", "Audit", [KyvernoSignatures(("spec.rules[0].verifyImages[0].failureAction", "'Audit'"))],
            "spec.rules[0].verifyImages[0].failureAction: rule 'signature' only reports violations"),
        new("RMP6104", "unknown", [Kyverno(("spec.rules[0].validate.failureAction", "'?'"))], "? spec.rules[0].validate.failureAction is not known yet"),
        new("RMP6105", "any", [Kyverno()]),
        new("RMP6105", "direct",
            [
                Kyverno(
                    ("spec.rules[0].match", "{'resources': {'kinds': ['Pod']}}"),
                    ("spec.rules[0].exclude", "{'resources': {'namespaces': ['kube-system']}}")),
            ],
            "spec.rules[0].exclude.resources: rule 'registry' has resources directly below exclude, which is deprecated",
            "spec.rules[0].match.resources: rule 'registry' has resources directly below match, which is deprecated"),
        new("RMP6106", "all containers", [Kyverno()]),
        new("RMP6106", "only containers", [Kyverno(("spec.rules[0].validate.pattern", "{'spec': {'containers': [{'image': 'registry.example.com/*'}]}}"))],
            "spec.rules[0].validate.pattern: rule 'registry' checks containers but not initContainers and ephemeralContainers"),
        new("RMP6106", "no ephemeral containers", [Kyverno(("spec.rules[0].validate.pattern.spec[=(ephemeralContainers)]", "null"))],
            "spec.rules[0].validate.pattern: rule 'registry' checks containers but not ephemeralContainers"),
        new("RMP6106", "template of a workload",
            [
                Kyverno(("spec.rules[0].validate", "{'anyPattern': [{'spec': {'template': {'spec': {'^(containers)': [{'securityContext': {'privileged': false}}]}}}}]}")),
            ],
            "spec.rules[0].validate.anyPattern[0]: rule 'registry' checks containers but not initContainers and ephemeralContainers"),
        new("RMP6106", "resources", [Kyverno(("spec.rules[0].validate.pattern", "{'spec': {'containers': [{'resources': {'limits': {'memory': '?*'}}}]}}"))]),
        new("RMP6106", "another rule for the others",
            [
                Kyverno(
                    ("spec.rules[0].validate.pattern", "{'spec': {'containers': [{'image': 'registry.example.com/*'}]}}"),
                    ("spec.rules[1]", "{'name': 'others', 'validate': {'pattern': {'spec': {'=(initContainers)': [], '=(ephemeralContainers)': []}}}}")),
            ]),
        new("RMP6107", "registry", [Kyverno()]),
        new("RMP6107", "no registry", [Kyverno(("spec.rules[0].validate.pattern.spec.containers[0].image", "'shop/*'"))],
            "spec.rules[0].validate.pattern.spec.containers[0].image: image pattern 'shop/*' names no registry and rejects the same image written docker.io/shop/*"),
        new("RMP6107", "both forms", [Kyverno(("spec.rules[0].validate.pattern.spec.containers[0].image", "'shop/* | docker.io/shop/*'"))]),
        new("RMP6107", "not one", [Kyverno(("spec.rules[0].validate.pattern.spec.containers[0].image", "'registry.example.com/* | !shop/old:*'"))]),
        new("RMP6107", "secret", [Kyverno(("spec.rules[0].validate.pattern.spec.containers[0].image", "'!hush/*'"))],
            "spec.rules[0].validate.pattern.spec.containers[0].image: image pattern '[secret]' names no registry and rejects the same image written docker.io/[secret]"),
        new("RMP6107", "any", [Kyverno(("spec.rules[0].validate.pattern.spec.containers[0].image", "'*/shop/*'"))]),
        new("RMP6108", "registry", [KyvernoSignatures()]),
        new("RMP6108", "no registry",
            [
                KyvernoSignatures(("spec.rules[0].verifyImages[0].imageReferences", "['shop/app:*', 'nginx:*', 'localhost/app:*', '*/app:*', '*']")),
            ],
            "spec.rules[0].verifyImages[0].imageReferences[0]: 'shop/app:*' names no registry and matches no image, so unsigned images are admitted",
            "spec.rules[0].verifyImages[0].imageReferences[1]: 'nginx:*' names no registry and matches no image, so unsigned images are admitted"),
        new("RMP6108", "old field", [KyvernoSignatures(("spec.rules[0].verifyImages[0].image", "'shop/app:*'"))],
            "spec.rules[0].verifyImages[0].image: 'shop/app:*' names no registry and matches no image, so unsigned images are admitted"),
        new("RMP6109", "tags and digests", [KyvernoSignatures(), ImagePolicy()]),
        new("RMP6109", "tags only",
            [
                KyvernoSignatures(("spec.rules[0].verifyImages[0].imageReferences", "['docker.io/shop/app:*', 'docker.io/shop/proxy*']")),
                ImagePolicy(("spec.matchImageReferences[1]", "null")),
            ],
            "spec.matchImageReferences[0].glob: 'registry.example.com/shop/app:*' does not match the image given only by digest, so it is not verified then",
            "spec.rules[0].verifyImages[0].imageReferences[0]: 'docker.io/shop/app:*' does not match the image given only by digest, so it is not verified then"),
        new("RMP6109", "expression", [ImagePolicy(("spec.matchImageReferences[1]", "{'expression': 'true'}"))]),
        new("RMP6109", "port", [KyvernoSignatures(("spec.rules[0].verifyImages[0].imageReferences", "['registry:5000/app*']"))]),
        new("RMP6110", "closed", [Kyverno(), KyvernoSignatures(), ImagePolicy()]),
        new("RMP6110", "open",
            [
                Kyverno(("spec.rules[0].validate.pattern.spec.containers[0].image", "'registry.example.com/shop*'")),
                KyvernoSignatures(("spec.rules[0].verifyImages[0].imageReferences[0]", "'docker.io/shop/app*'")),
                ImagePolicy(("spec.matchImageReferences[0].glob", "'registry.example.com/sh*'")),
            ],
            "spec.matchImageReferences[0].glob: image pattern 'registry.example.com/sh*' ends in the middle of a name and also matches longer names",
            "spec.rules[0].validate.pattern.spec.containers[0].image: image pattern 'registry.example.com/shop*' ends in the middle of a name and also matches longer names",
            "spec.rules[0].verifyImages[0].imageReferences[0]: image pattern 'docker.io/shop/app*' ends in the middle of a name and also matches longer names"),
        new("RMP6110", "tag", [Kyverno(("spec.rules[0].validate.pattern.spec.containers[0].image", "'registry.example.com/shop/app:v1.*'"))]),
        new("RMP6111", "other registry", [ImagePolicy()]),
        new("RMP6111", "one form", [ImagePolicy(("spec.matchImageReferences", "[{'glob': 'docker.io/shop/app:*'}, {'glob': 'shop/proxy:*'}]"))],
            "spec.matchImageReferences[0].glob: 'docker.io/shop/app:*' does not match the image written without docker.io/, so it is not verified then",
            "spec.matchImageReferences[1].glob: 'shop/proxy:*' does not match the image written with docker.io/, so it is not verified then"),
        new("RMP6111", "both forms", [ImagePolicy(("spec.matchImageReferences", "[{'glob': 'docker.io/shop/app:*'}, {'glob': 'shop/app:*'}]"))]),
    ];
}

using Rampart.Rules.Tests.Catalogue;
using static Rampart.Rules.Tests.Policies.PolicyObjects;

namespace Rampart.Rules.Tests.Policies;

/// <summary>The cases of the rules about admission policies in CEL.</summary>
internal static class AdmissionRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP6301", "bound", [AdmissionPolicy(), Binding()]),
        new("RMP6301", "alone", [AdmissionPolicy()], ": no binding among these objects puts ValidatingAdmissionPolicy images into effect"),
        new("RMP6301", "other policy", [AdmissionPolicy(), Binding(("spec.policyName", "'other'"))],
            ": no binding among these objects puts ValidatingAdmissionPolicy images into effect"),
        new("RMP6301", "unknown", [AdmissionPolicy(), Binding(("spec.policyName", "'?'"))], "? metadata.name or the policyName of a binding is not known yet"),
        new("RMP6302", "Deny", [Binding(), ImagePolicy()]),
        new("RMP6302", "Audit", [Binding(("spec.validationActions", "['Audit']")), ImagePolicy(("spec.validationActions", "['Warn', 'Audit']"))],
            "spec.validationActions: ImageValidatingPolicy signatures only reports violations of the policy",
            "spec.validationActions: ValidatingAdmissionPolicyBinding images only reports violations of the policy"),
        new("RMP6302", "unset", [ImagePolicy(("spec.validationActions", "null"))]),
        new("RMP6302", "unknown", [Binding(("spec.validationActions", "['?']"))]),
        new("RMP6303", "sound", [Binding()]),
        new("RMP6303", "empty", [Binding(("spec", "{}"))],
            "spec.policyName: ValidatingAdmissionPolicyBinding images names no policy",
            "spec.validationActions: ValidatingAdmissionPolicyBinding images has no validationActions"),
        new("RMP6303", "Deny and Warn", [Binding(("spec.validationActions", "['Deny', 'Warn']"))],
            "spec.validationActions: ValidatingAdmissionPolicyBinding images has both Deny and Warn"),
        new("RMP6303", "other action", [Binding(("spec.validationActions", "['deny']"))], "spec.validationActions[0]: 'deny' is not one of Deny, Warn and Audit"),
        new("RMP6303", "parameter", [Binding(("spec.paramRef", "{'name': 'a', 'selector': {}, 'parameterNotFoundAction': 'Deny'}"))],
            "spec.paramRef: paramRef needs either a name or a selector"),
        new("RMP6303", "parameter not found", [Binding(("spec.paramRef", "{'name': 'a'}"))],
            "spec.paramRef.parameterNotFoundAction: paramRef does not set what happens when there is no parameter"),
        new("RMP6303", "unknown", [Binding(("spec.validationActions", "'?'"))], "? spec.validationActions is not known yet"),
        new("RMP6304", "asked", [AdmissionPolicy(), ImagePolicy()]),
        new("RMP6304", "not asked",
            [
                AdmissionPolicy(("spec.matchConstraints.resourceRules[0].resources", "['pods']")),
                ImagePolicy(("spec.matchConstraints.resourceRules[0].resources", "['pods']")),
            ],
            "spec.matchConstraints.resourceRules[0].resources: ImageValidatingPolicy signatures does not match ephemeral containers, so kubectl debug bypasses it",
            "spec.matchConstraints.resourceRules[0].resources: ValidatingAdmissionPolicy images does not match ephemeral containers, so kubectl debug bypasses it"),
        new("RMP6304", "another rule",
            [
                AdmissionPolicy(
                    ("spec.matchConstraints.resourceRules[0].resources", "['pods']"),
                    ("spec.matchConstraints.resourceRules[1]", "{'resources': ['*/*']}")),
            ]),
        new("RMP6304", "resources only",
            [
                AdmissionPolicy(
                    ("spec.matchConstraints.resourceRules[0].resources", "['pods']"),
                    ("spec.variables", "null"),
                    ("spec.validations[0].expression", "'object.spec.containers.all(c, has(c.resources))'")),
            ]),
        new("RMP6304", "no pods", [AdmissionPolicy(("spec.matchConstraints.resourceRules[0].resources", "['deployments']"))]),
        new("RMP6304", "unknown", [AdmissionPolicy(("spec.matchConstraints.resourceRules[0].resources", "['?']"))],
            "? spec.matchConstraints.resourceRules[0].resources is not known yet"),
        new("RMP6305", "all", [AdmissionPolicy(), ImagePolicy()]),
        new("RMP6305", "only containers",
            [
                AdmissionPolicy(("spec.variables[0].expression", "'object.spec.containers'")),
                ImagePolicy(("spec.validations[0].expression", "'images.containers.all(i, verifyImageSignatures(i, [attestors.us]) > 0)'")),
            ],
            "spec.validations: ImageValidatingPolicy signatures checks containers but not initContainers and ephemeralContainers",
            "spec.validations: ValidatingAdmissionPolicy images checks containers but not initContainers and ephemeralContainers"),
        new("RMP6305", "no init containers", [AdmissionPolicy(("spec.variables[0].expression", "'object.spec.containers + object.spec.ephemeralContainers'"))],
            "spec.validations: ValidatingAdmissionPolicy images checks containers but not initContainers"),
        new("RMP6305", "unknown", [AdmissionPolicy(("spec.variables[0].expression", "'?'"))], "? spec.validations or spec.variables is not known yet"),
        new("RMP6306", "Fail", [AdmissionPolicy(), ImagePolicy(), Kyverno()]),
        new("RMP6306", "Ignore",
            [
                AdmissionPolicy(("spec.failurePolicy", "'Ignore'")),
                ImagePolicy(("spec.failurePolicy", "'Ignore'")),
                Kyverno(("spec.webhookConfiguration", "{'failurePolicy': 'Ignore'}")),
            ],
            "spec.failurePolicy: ImageValidatingPolicy signatures admits every object when it cannot be evaluated",
            "spec.failurePolicy: ValidatingAdmissionPolicy images admits every object when it cannot be evaluated",
            "spec.webhookConfiguration.failurePolicy: ClusterPolicy registries admits every object when it cannot be evaluated"),
    ];
}

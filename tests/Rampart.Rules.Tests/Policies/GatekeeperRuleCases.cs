using Rampart.Rules.Tests.Catalogue;
using static Rampart.Rules.Tests.Policies.PolicyObjects;

namespace Rampart.Rules.Tests.Policies;

/// <summary>The cases of the rules about policies of Gatekeeper.</summary>
internal static class GatekeeperRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP6201", "v1", [Template()]),
        new("RMP6201", "v1beta1", [Template(("apiVersion", "'templates.gatekeeper.sh/v1beta1'"))],
            "apiVersion: ConstraintTemplate shopimages does not have the version v1"),
        new("RMP6202", "code", [Template()]),
        new("RMP6202", "none", [Template(("spec.targets[0].code", "null"))],
            "spec.targets[0]: target 'admission.k8s.gatekeeper.sh' of ConstraintTemplate shopimages has no code"),
        new("RMP6202", "no target", [Template(("spec.targets", "[]"))], "spec.targets: ConstraintTemplate shopimages has no target"),
        new("RMP6202", "unknown", [Template(("spec.targets", "'?'"))], "? spec.targets is not known yet"),
        new("RMP6202", "Rego", [Template(("spec.targets[0]", "{'target': 'admission.k8s.gatekeeper.sh', 'rego': 'package a'}"))]),
        new("RMP6203", "kind in lower case", [Template()]),
        new("RMP6203", "other name", [Template(("metadata.name", "'shop-images'"))],
            "metadata.name: the name 'shop-images' is not the kind 'ShopImages' in lower case"),
        new("RMP6203", "unknown", [Template(("metadata.name", "'?'"))]),
        new("RMP6204", "all containers", [Template()]),
        new("RMP6204", "only containers",
            [
                Template(("spec.targets[0]", "{'target': 'admission.k8s.gatekeeper.sh', 'rego': 'not startswith(input.review.object.spec.containers[_].image, prefix)'}")),
            ],
            "spec.targets[0].rego: ConstraintTemplate shopimages checks containers but not initContainers and ephemeralContainers"),
        new("RMP6204", "library",
            [
                Template(("spec.targets[0]", "{'target': 'admission.k8s.gatekeeper.sh', 'rego': 'startswith(input.review.object.spec.containers[_].image, prefix)', 'libs': ['initContainers ephemeralContainers']}")),
            ]),
        new("RMP6204", "CEL",
            [
                Template(("spec.targets[0].code[0]", "{'engine': 'K8sNativeValidation', 'source': {'validations': [{'expression': 'object.spec.containers.all(c, !has(c.securityContext.privileged)) && object.spec.initContainers.all(c, true)'}]}}")),
            ],
            "spec.targets[0].code[0].source.validations[0].expression: ConstraintTemplate shopimages checks containers but not ephemeralContainers"),
        new("RMP6204", "resources, with images that are let off",
            [
                Template(
                    ("spec.targets[0].code[0].source.rego", "'violation[{\\u0022msg\\u0022: m}] {\\n  c := input.review.object.spec.containers[_]\\n  not is_exempt(c)\\n  not c.resources.limits\\n}\\n# no image is looked at'"),
                    ("spec.targets[0].code[0].source.libs", "['package lib.exempt_container\\n\\nis_exempt(c) {\\n  exempt_images := input.parameters.exemptImages\\n  img := c.image\\n  _matches_exemption(img, exempt_images[_])\\n}\\n']")),
            ]),
        new("RMP6204", "images besides those that are let off",
            [
                Template(
                    ("spec.targets[0].code[0].source.rego", "'violation[{\\u0022msg\\u0022: m}] {\\n  c := input.review.object.spec.containers[_]\\n  not is_exempt(c)\\n  not startswith(c.image, prefix)\\n}\\n\\nis_exempt(c) { c.image == input.parameters.exemptImages[_] }'")),
            ],
            "spec.targets[0].code[0].source.rego: ConstraintTemplate shopimages checks containers but not initContainers and ephemeralContainers"),
        new("RMP6204", "labels", [Template(("spec.targets[0].code[0].source.rego", "'input.review.object.metadata.labels.owner'"))]),
        new("RMP6205", "registry", [Template()]),
        new("RMP6205", "none",
            [
                Template(("spec.targets[0].code[0].source.rego", "'startswith(c.image, \\u0022shop/\\u0022) startswith(c.name, \\u0022x/\\u0022)'")),
            ],
            "spec.targets[0].code[0].source.rego: the prefix 'shop/' names no registry and rejects the same image written docker.io/shop/"),
        new("RMP6205", "both forms",
            [
                Template(("spec.targets[0].code[0].source.rego", "'startswith(c.image, \\u0022shop/\\u0022) startswith(c.image, \\u0022docker.io/shop/\\u0022)'")),
            ]),
        new("RMP6205", "unfinished", [Template(("spec.targets[0].code[0].source.rego", "'startswith(c.image, \\u0022shop'"))]),
        new("RMP6206", "slash", [Template(), Constraint()]),
        new("RMP6206", "none",
            [
                Template(("spec.targets[0].code[0].source.rego", "'startswith(c.image, \\u0022docker.io/shop\\u0022)'")),
                Constraint(("kind", "'K8sAllowedRepos'"), ("spec.parameters", "{'repos': ['docker.io/shop/', 'docker.io/shop', 'docker.io/shop/app:v1']}")),
            ],
            "spec.parameters.repos[1]: the prefix 'docker.io/shop' also matches images with longer names",
            "spec.targets[0].code[0].source.rego: the prefix 'docker.io/shop' also matches images with longer names"),
        new("RMP6207", "template", [Template(), Constraint()]),
        new("RMP6207", "none", [Constraint()], "kind: no ConstraintTemplate among these objects defines the kind ShopImages"),
        new("RMP6208", "deny", [Constraint(("spec.enforcementAction", "'deny'"))]),
        new("RMP6208", "unset", [Constraint()]),
        new("RMP6208", "dryrun", [Constraint(("spec.enforcementAction", "'dryrun'"))], "spec.enforcementAction: ShopImages shop only reports violations"),
    ];
}

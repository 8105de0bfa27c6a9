using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>The rules about policies of Kyverno.</summary>
internal static class KyvernoRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new KyvernoPolicyRule("RMP6101", "kyverno-legacy-kind", DiagnosticSeverity.Warning)
        {
            Summary =
                "Kyverno policies are of the kinds that are written in CEL; ClusterPolicy and Policy are deprecated and are to be removed.",
            Allowed = "ValidatingPolicy, ImageValidatingPolicy, MutatingPolicy and GeneratingPolicy of policies.kyverno.io/v1",
            Fix = "write the policy as one of the kinds of policies.kyverno.io/v1",
            Check = static (item, inspection) =>
            {
                string successor = "ValidatingPolicy";
                foreach (Field rule in KyvernoPolicyRule.RulesOf(item))
                {
                    successor = !rule["verifyImages"].IsUnset ? "ImageValidatingPolicy"
                        : !rule["mutate"].IsUnset ? "MutatingPolicy"
                        : !rule["generate"].IsUnset ? "GeneratingPolicy"
                        : successor;
                }

                string scope = item.Kind == "Policy" ? "Namespaced" : "";
                inspection.Broken(item, "kind", $"{item} is of a deprecated kind, which {scope}{successor} of policies.kyverno.io/v1 replaces", item.Kind);
            },
        },
        new KyvernoPolicyRule("RMP6102", "kyverno-spec-action", DiagnosticSeverity.Warning)
        {
            Summary =
                "What happens to an object that breaks a rule is said at the rule; the field of the whole policy is deprecated.",
            Allowed = "failureAction Enforce or Audit at validate and verifyImages",
            Fix = "set failureAction to Enforce at each rule and remove validationFailureAction",
            Check = static (item, inspection) =>
            {
                Field action = item.Spec["validationFailureAction"];
                if (!action.IsUnset)
                {
                    string spelling = action.Text is "enforce" or "audit" ? $" and '{action.Shown}' is its old spelling" : "";
                    inspection.Broken(item, "spec.validationFailureAction", $"validationFailureAction is deprecated{spelling}", action.Shown);
                }
            },
        },
        new KyvernoPolicyRule("RMP6103", "kyverno-action-rejected", DiagnosticSeverity.Error)
        {
            Summary = "A failure action is Enforce or Audit with a capital letter; a rule takes nothing else.",
            Allowed = "Enforce or Audit; in spec.validationFailureAction also enforce or audit",
            Fix = "write Enforce",
            Check = CheckKyvernoActionRejected,
        },
        new KyvernoPolicyRule("RMP6104", "kyverno-audit-only", DiagnosticSeverity.Info)
        {
            Summary = "A rule of Kyverno says Enforce; by default it only reports what breaks it.",
            Allowed = "failureAction Enforce",
            Fix = "set failureAction to Enforce when the reports are empty",
            Check = CheckKyvernoAuditOnly,
        },
        new KyvernoPolicyRule("RMP6105", "kyverno-direct-match", DiagnosticSeverity.Warning)
        {
            Summary = "What a rule matches is said below any or all; resources right below match is a deprecated form.",
            Allowed = "match.any or match.all",
            Fix = "move resources into an item of match.any",
            Check = static (item, inspection) =>
            {
                FieldItems rules = KyvernoPolicyRule.RulesOf(item);
                for (int i = 0; i < rules.Count; i++)
                {
                    CheckField(item, rules[i], i, "match", inspection);
                    CheckField(item, rules[i], i, "exclude", inspection);
                }
            },
        },
        new KyvernoPolicyRule("RMP6106", "kyverno-containers-only", DiagnosticSeverity.Error)
        {
            Summary =
                "A pattern for images or security contexts looks at init and ephemeral containers too; otherwise they may do what it forbids.",
            Allowed = "containers, initContainers and ephemeralContainers",
            Fix = "repeat the pattern below =(initContainers) and =(ephemeralContainers)",
            Check = CheckKyvernoContainersOnly,
        },
        new KyvernoPolicyRule("RMP6107", "kyverno-raw-image", DiagnosticSeverity.Warning)
        {
            Summary = "A pattern sees the image as the pod writes it; one without a registry refuses the same image written in full.",
            Allowed = "patterns with a registry",
            Fix = "write images with their registry and let the pattern start with it, e.g. docker.io/authzed/*",
            Check = CheckKyvernoRawImage,
        },
        new KyvernoPolicyRule("RMP6108", "kyverno-reference-never-matches", DiagnosticSeverity.Error)
        {
            Summary =
                "References of images to verify start with a registry, since Kyverno adds docker.io to the image but not to the reference; "
                + "one without matches nothing, and unsigned images come in.",
            Allowed = "references that start with a registry or a wildcard",
            Fix = "write the registry, e.g. docker.io/authzed/spicedb:*",
            Guide = "Enable Image Verification",
            Check = CheckKyvernoReferenceNeverMatches,
        },
    ];

    private static void CheckKyvernoActionRejected(KubernetesObject item, Inspection inspection)
    {
        Field action = item.Spec["validationFailureAction"];
        if (!action.IsUnset && action.TryGetText(out string text) && text is not ("Enforce" or "Audit" or "enforce" or "audit"))
        {
            inspection.Broken(item, "spec.validationFailureAction", $"'{action.Shown}' is neither Enforce nor Audit", action.Shown);
        }

        FieldItems rules = KyvernoPolicyRule.RulesOf(item);
        for (int i = 0; i < rules.Count; i++)
        {
            CheckActionIsValid(item, rules[i]["validate"]["failureAction"], KyvernoPolicyRule.PathOf(i, "validate.failureAction"), inspection);
            _ = rules[i]["verifyImages"].TryGetItems(out FieldItems images);
            for (int j = 0; j < images.Count; j++)
            {
                CheckActionIsValid(
                    item,
                    images[j]["failureAction"],
                    KyvernoPolicyRule.PathOf(i, string.Create(CultureInfo.InvariantCulture, $"verifyImages[{j}].failureAction")),
                    inspection);
            }
        }
    }

    private static void CheckActionIsValid(KubernetesObject item, Field action, string path, Inspection inspection)
    {
        if (!action.IsUnset && action.TryGetText(out string text) && text is not ("Enforce" or "Audit"))
        {
            inspection.Broken(item, path, $"'{action.Shown}' is neither Enforce nor Audit", action.Shown);
        }
    }

    private static void CheckKyvernoAuditOnly(KubernetesObject item, Inspection inspection)
    {
        Field whole = item.Spec["validationFailureAction"];
        FieldItems rules = KyvernoPolicyRule.RulesOf(item);
        for (int i = 0; i < rules.Count; i++)
        {
            if (!rules[i]["validate"].IsUnset)
            {
                CheckActionEnforces(item, rules[i]["name"], whole, rules[i]["validate"]["failureAction"], KyvernoPolicyRule.PathOf(i, "validate.failureAction"), inspection);
            }

            _ = rules[i]["verifyImages"].TryGetItems(out FieldItems images);
            for (int j = 0; j < images.Count; j++)
            {
                string path = KyvernoPolicyRule.PathOf(i, string.Create(CultureInfo.InvariantCulture, $"verifyImages[{j}].failureAction"));
                CheckActionEnforces(item, rules[i]["name"], whole, images[j]["failureAction"], path, inspection);
            }
        }
    }

    private static void CheckActionEnforces(KubernetesObject item, Field name, Field whole, Field own, string path, Inspection inspection)
    {
        Field action = own.IsUnset ? whole : own;
        if (!action.TryGetText(out string text))
        {
            inspection.Unknown(item, path);
        }
        else if (text is "" or "Audit" or "audit")
        {
            inspection.Broken(item, path, $"rule '{name.Shown}' only reports what breaks it{(text.Length == 0 ? ", since it says nothing else" : "")}", action.Shown);
        }
    }

    private static void CheckField(KubernetesObject item, Field rule, int index, string name, Inspection inspection)
    {
        if (!rule[name].IsUnset && rule[name].Presence == Flag.True && !rule[name]["resources"].IsUnset)
        {
            inspection.Broken(item, KyvernoPolicyRule.PathOf(index, $"{name}.resources"), $"rule '{rule["name"].Shown}' has resources right below {name}, which is deprecated");
        }
    }

    private static void CheckKyvernoContainersOnly(KubernetesObject item, Inspection inspection)
    {
        bool guardsInit = PolicyText.Mentions(item.Spec.Value, "initContainers"), guardsEphemeral = PolicyText.Mentions(item.Spec.Value, "ephemeralContainers");
        if (guardsInit && guardsEphemeral)
        {
            return;
        }

        string unread = new PolicyText(Containers: true, guardsInit, guardsEphemeral, IsAboutSecurity: true).Unread;
        FieldItems rules = KyvernoPolicyRule.RulesOf(item);
        for (int i = 0; i < rules.Count; i++)
        {
            Field validate = rules[i]["validate"];
            CheckPattern(item, rules[i], KyvernoPolicyRule.PathOf(i, "validate.pattern"), validate["pattern"], unread, inspection);
            _ = validate["anyPattern"].TryGetItems(out FieldItems patterns);
            for (int j = 0; j < patterns.Count; j++)
            {
                CheckPattern(item, rules[i], KyvernoPolicyRule.PathOf(i, string.Create(CultureInfo.InvariantCulture, $"validate.anyPattern[{j}]")), patterns[j], unread, inspection);
            }
        }
    }

    private static void CheckPattern(KubernetesObject item, Field rule, string path, Field pattern, string unread, Inspection inspection)
    {
        if (KyvernoPatterns.GuardsContainers(pattern))
        {
            inspection.Broken(item, path, $"rule '{rule["name"].Shown}' checks containers but not {unread}");
        }
    }

    private static void CheckKyvernoRawImage(KubernetesObject item, Inspection inspection)
    {
        FieldItems rules = KyvernoPolicyRule.RulesOf(item);
        for (int i = 0; i < rules.Count; i++)
        {
            KyvernoPatterns.VisitImages(KyvernoPolicyRule.PathOf(i, "validate"), rules[i]["validate"], (path, pattern) =>
            {
                string[] alternatives = [.. KyvernoPatterns.Alternatives(pattern.Text)];
                foreach (string alternative in alternatives)
                {
                    if (ImagePattern.NamesNoRegistry(alternative) && !alternatives.Contains(ImagePattern.OtherForm(alternative)))
                    {
                        string shown = pattern.IsSecret ? Field.Secret : alternative;
                        inspection.Broken(item, path, $"image pattern '{shown}' names no registry and refuses the same image as docker.io/{shown}", pattern.Shown);
                        return;
                    }
                }
            });
        }
    }

    private static void CheckKyvernoReferenceNeverMatches(KubernetesObject item, Inspection inspection)
    {
        FieldItems rules = KyvernoPolicyRule.RulesOf(item);
        for (int i = 0; i < rules.Count; i++)
        {
            _ = rules[i]["verifyImages"].TryGetItems(out FieldItems images);
            for (int j = 0; j < images.Count; j++)
            {
                string path = KyvernoPolicyRule.PathOf(i, string.Create(CultureInfo.InvariantCulture, $"verifyImages[{j}]"));
                CheckReference(item, images[j]["image"], $"{path}.image", inspection);
                _ = images[j]["imageReferences"].TryGetItems(out FieldItems references);
                for (int k = 0; k < references.Count; k++)
                {
                    CheckReference(item, references[k], string.Create(CultureInfo.InvariantCulture, $"{path}.imageReferences[{k}]"), inspection);
                }
            }
        }
    }

    private static void CheckReference(KubernetesObject item, Field reference, string path, Inspection inspection)
    {
        if (reference.Text is { Length: > 0 } text && ImagePattern.NamesNoRegistry(text))
        {
            inspection.Broken(item, path, $"'{reference.Shown}' names no registry and matches no image, so unsigned images come in", reference.Shown);
        }
    }
}

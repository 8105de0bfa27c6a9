using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>The rules about Kyverno policies.</summary>
internal static class KyvernoRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new KyvernoPolicyRule("RMP6101", "kyverno-legacy-kind", DiagnosticSeverity.Warning)
        {
            Summary =
                "Kyverno policies have the kinds that are written in CEL; ClusterPolicy and Policy are deprecated and will be removed.",
            Allowed = "ValidatingPolicy, ImageValidatingPolicy, MutatingPolicy and GeneratingPolicy of policies.kyverno.io/v1",
            Fix = "write the policy as one of the kinds of policies.kyverno.io/v1",
            Check = static (item, inspection) =>
            {
                string successor = "ValidatingPolicy";
                foreach (FieldAt rule in KyvernoPolicyRule.RulesOf(item, inspection))
                {
                    successor = !rule["verifyImages"].IsUnset ? "ImageValidatingPolicy"
                        : !rule["mutate"].IsUnset ? "MutatingPolicy"
                        : !rule["generate"].IsUnset ? "GeneratingPolicy"
                        : successor;
                }

                string scope = item.Kind == "Policy" ? "Namespaced" : "";
                inspection.At(item)["kind"].Report($"{item} has a deprecated kind, which {scope}{successor} of policies.kyverno.io/v1 replaces");
            },
        },
        new KyvernoPolicyRule("RMP6102", "kyverno-spec-action", DiagnosticSeverity.Warning)
        {
            Summary =
                "Each rule sets what happens to an object that violates it; the field of the whole policy is deprecated.",
            Allowed = "failureAction Enforce or Audit at validate and verifyImages",
            Fix = "set failureAction to Enforce at each rule and remove validationFailureAction",
            Check = static (item, inspection) =>
            {
                FieldAt action = inspection.At(item)["spec"]["validationFailureAction"];
                if (!action.IsUnset)
                {
                    string spelling = action.Text is "enforce" or "audit" ? $" and '{action.Shown}' is its old spelling" : "";
                    action.Report($"validationFailureAction is deprecated{spelling}");
                }
            },
        },
        new KyvernoPolicyRule("RMP6103", "kyverno-action-rejected", DiagnosticSeverity.Error)
        {
            Summary = "A failure action is Enforce or Audit, with a capital letter; a rule accepts no other.",
            Allowed = "Enforce or Audit; in spec.validationFailureAction also enforce or audit",
            Fix = "write Enforce",
            Check = CheckKyvernoActionRejected,
        },
        new KyvernoPolicyRule("RMP6104", "kyverno-audit-only", DiagnosticSeverity.Info)
        {
            Summary = "Kyverno rules are set to Enforce; by default a rule only reports violations.",
            Allowed = "failureAction Enforce",
            Fix = "set failureAction to Enforce when the reports are empty",
            Check = CheckKyvernoAuditOnly,
        },
        new KyvernoPolicyRule("RMP6105", "kyverno-direct-match", DiagnosticSeverity.Warning)
        {
            Summary = "Rules match by any or all; resources directly below match are deprecated.",
            Allowed = "match.any or match.all",
            Fix = "move resources into an item of match.any",
            Check = static (item, inspection) =>
            {
                foreach (FieldAt rule in KyvernoPolicyRule.RulesOf(item, inspection))
                {
                    foreach (string name in (string[])["match", "exclude"])
                    {
                        if (rule[name].Presence == Flag.True && !rule[name]["resources"].IsUnset)
                        {
                            rule[name]["resources"].Report($"rule '{rule["name"].Shown}' has resources directly below {name}, which is deprecated");
                        }
                    }
                }
            },
        },
        new KyvernoPolicyRule("RMP6106", "kyverno-containers-only", DiagnosticSeverity.Error)
        {
            Summary =
                "Patterns for images or security contexts also check init and ephemeral containers; otherwise those containers can do what the pattern forbids.",
            Allowed = "containers, initContainers and ephemeralContainers",
            Fix = "repeat the pattern below =(initContainers) and =(ephemeralContainers)",
            Check = CheckKyvernoContainersOnly,
        },
        new KyvernoPolicyRule("RMP6107", "kyverno-raw-image", DiagnosticSeverity.Warning)
        {
            Summary = "A pattern sees the image as the pod writes it; a pattern without a registry rejects the same image written in full.",
            Allowed = "patterns with a registry",
            Fix = "write images with their registry and let the pattern start with it, e.g. docker.io/authzed/*",
            Check = CheckKyvernoRawImage,
        },
        new KyvernoPolicyRule("RMP6108", "kyverno-reference-never-matches", DiagnosticSeverity.Error)
        {
            Summary =
                "Image references to verify start with a registry: Kyverno adds docker.io to the image but not to the reference, so that "
                + "a reference without one matches nothing, and unsigned images are admitted.",
            Allowed = "references that start with a registry or a wildcard",
            Fix = "write the registry, e.g. docker.io/authzed/spicedb:*",
            Guide = "Enable Image Verification",
            Check = CheckKyvernoReferenceNeverMatches,
        },
    ];

    private static void CheckKyvernoActionRejected(KubernetesObject item, Inspection inspection)
    {
        FieldAt ofPolicy = inspection.At(item)["spec"]["validationFailureAction"];
        if (ofPolicy.Text is not ("enforce" or "audit"))
        {
            CheckAction(ofPolicy);
        }

        foreach (FieldAt rule in KyvernoPolicyRule.RulesOf(item, inspection))
        {
            CheckAction(rule["validate"]["failureAction"]);
            foreach (FieldAt images in rule["verifyImages"].Items)
            {
                CheckAction(images["failureAction"]);
            }
        }
    }

    private static void CheckAction(FieldAt action)
    {
        if (!action.IsUnset && action.Field.TryGetText(out string text) && text is not ("Enforce" or "Audit"))
        {
            action.Report($"'{action.Shown}' is neither Enforce nor Audit");
        }
    }

    private static void CheckKyvernoAuditOnly(KubernetesObject item, Inspection inspection)
    {
        Field ofPolicy = item.Spec["validationFailureAction"];
        foreach (FieldAt rule in KyvernoPolicyRule.RulesOf(item, inspection))
        {
            if (!rule["validate"].IsUnset)
            {
                CheckEnforces(rule, rule["validate"]["failureAction"], ofPolicy);
            }

            foreach (FieldAt images in rule["verifyImages"].Items)
            {
                CheckEnforces(rule, images["failureAction"], ofPolicy);
            }
        }
    }

    private static void CheckEnforces(FieldAt rule, FieldAt own, Field ofPolicy)
    {
        Field action = own.IsUnset ? ofPolicy : own.Field;
        if (!action.TryGetText(out string text))
        {
            own.ReportUnknown();
        }
        else if (text is "" or "Audit" or "audit")
        {
            own.Report($"rule '{rule["name"].Shown}' only reports violations{(text.Length == 0 ? ", which is the default" : "")}", action.Shown);
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
        foreach (FieldAt rule in KyvernoPolicyRule.RulesOf(item, inspection))
        {
            CheckPattern(rule, rule["validate"]["pattern"], unread);
            foreach (FieldAt pattern in rule["validate"]["anyPattern"].Items)
            {
                CheckPattern(rule, pattern, unread);
            }
        }
    }

    private static void CheckPattern(FieldAt rule, FieldAt pattern, string unread)
    {
        if (KyvernoPatterns.GuardsContainers(pattern.Field))
        {
            pattern.Report($"rule '{rule["name"].Shown}' checks containers but not {unread}");
        }
    }

    private static void CheckKyvernoRawImage(KubernetesObject item, Inspection inspection)
    {
        foreach (FieldAt rule in KyvernoPolicyRule.RulesOf(item, inspection))
        {
            KyvernoPatterns.VisitImages(rule["validate"], static pattern =>
            {
                string[] alternatives = [.. KyvernoPatterns.Alternatives(pattern.Text)];
                foreach (string alternative in alternatives)
                {
                    if (ImagePattern.NamesNoRegistry(alternative) && !alternatives.Contains(ImagePattern.OtherForm(alternative)))
                    {
                        string shown = pattern.Field.IsSecret ? Field.Secret : alternative;
                        pattern.Report($"image pattern '{shown}' names no registry and rejects the same image written docker.io/{shown}");
                        return;
                    }
                }
            });
        }
    }

    private static void CheckKyvernoReferenceNeverMatches(KubernetesObject item, Inspection inspection)
    {
        foreach (FieldAt rule in KyvernoPolicyRule.RulesOf(item, inspection))
        {
            foreach (FieldAt images in rule["verifyImages"].Items)
            {
                CheckReference(images["image"]);
                foreach (FieldAt reference in images["imageReferences"].Items)
                {
                    CheckReference(reference);
                }
            }
        }
    }

    private static void CheckReference(FieldAt reference)
    {
        if (reference.Text is { Length: > 0 } text && ImagePattern.NamesNoRegistry(text))
        {
            reference.Report($"'{reference.Shown}' names no registry and matches no image, so unsigned images are admitted");
        }
    }
}

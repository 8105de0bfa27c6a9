using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>The rules about admission policies.</summary>
internal static class AdmissionPolicyRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectRule("RMP6301", "admission-policy-unbound", RuleCategory.Policies, DiagnosticSeverity.Warning, "admissionregistration.k8s.io", "ValidatingAdmissionPolicy")
        {
            Summary = "A ValidatingAdmissionPolicy has a binding; without one it does nothing.",
            Allowed = "a ValidatingAdmissionPolicyBinding with the policy's name",
            Fix = "add a ValidatingAdmissionPolicyBinding with validationActions [Deny]",
            Guide = "Image Policy Enforcement",
            Check = static (item, inspection) =>
            {
                BoundPolicies bound = inspection.Facts.Get(static shared => new BoundPolicies(shared.Objects));
                switch (bound.Has(item))
                {
                    case Flag.False:
                        inspection.Broken(item, "", $"no binding among these objects puts {item} into force");
                        break;
                    case Flag.Unknown:
                        inspection.Unknown(item, "metadata.name", "or the policyName of a binding is not known yet");
                        break;
                }
            },
        },
        new ObjectSetRule("RMP6302", "admission-without-deny", RuleCategory.Policies, DiagnosticSeverity.Info)
        {
            Summary = "A policy denies what breaks it; with Warn or Audit alone it only says so.",
            Allowed = "validationActions with Deny",
            Fix = "add Deny to validationActions, and remove Warn",
            Guide = "Image Policy Enforcement",
            Check = static inspection =>
            {
                CheckActions("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding", inspection);
                CheckActions("policies.kyverno.io", "ValidatingPolicy", inspection);
                CheckActions("policies.kyverno.io", "NamespacedValidatingPolicy", inspection);
                CheckActions("policies.kyverno.io", "ImageValidatingPolicy", inspection);
                CheckActions("policies.kyverno.io", "NamespacedImageValidatingPolicy", inspection);
            },
        },
        new ObjectRule("RMP6303", "admission-binding-rejected", RuleCategory.Policies, DiagnosticSeverity.Error, "admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding")
        {
            Summary = "A binding names its policy and what happens, Deny and Warn not together; the API server rejects all else.",
            Allowed = "policyName, and validationActions of Deny, Warn and Audit, not Deny with Warn",
            Fix = "set policyName, and validationActions to [Deny]",
            Guide = "Image Policy Enforcement",
            Check = CheckAdmissionBindingRejected,
        },
        new CelPolicyRule("RMP6304", "ephemeral-containers-unwatched", DiagnosticSeverity.Error)
        {
            Summary =
                "A policy about images or security contexts of pods is asked for pods/ephemeralcontainers too; otherwise kubectl debug goes past it.",
            Allowed = "resources with both pods and pods/ephemeralcontainers",
            Fix = "add pods/ephemeralcontainers to the resources",
            Check = CheckEphemeralContainersUnwatched,
        },
        new CelPolicyRule("RMP6305", "admission-containers-only", DiagnosticSeverity.Error)
        {
            Summary =
                "Expressions about images or security contexts look at init and ephemeral containers too; otherwise they may do what the policy forbids.",
            Allowed = "containers, initContainers and ephemeralContainers",
            Fix = "add initContainers and ephemeralContainers to what the expression reads",
            Check = static (item, inspection) =>
            {
                if (!CelPolicyRule.TryRead(item, out PolicyText text))
                {
                    inspection.Unknown(item, "spec.validations", "or spec.variables is not known yet");
                }
                else if (text.LetsContainersEscape)
                {
                    inspection.Broken(item, "spec.validations", $"{item} looks at containers but not at {text.Unread}");
                }
            },
        },
        new ObjectSetRule("RMP6306", "admission-fails-open", RuleCategory.Policies, DiagnosticSeverity.Warning)
        {
            Summary =
                "A policy that cannot be evaluated denies; with Ignore, an error in it, or an engine that is down, lets everything in.",
            Allowed = "failurePolicy Fail or unset",
            Fix = "set failurePolicy to Fail",
            Guide = "Image Policy Enforcement",
            Check = static inspection =>
            {
                CheckFailurePolicy("admissionregistration.k8s.io", "ValidatingAdmissionPolicy", inspection);
                CheckFailurePolicy("policies.kyverno.io", "ValidatingPolicy", inspection);
                CheckFailurePolicy("policies.kyverno.io", "NamespacedValidatingPolicy", inspection);
                CheckFailurePolicy("policies.kyverno.io", "ImageValidatingPolicy", inspection);
                CheckFailurePolicy("policies.kyverno.io", "NamespacedImageValidatingPolicy", inspection);
                CheckFailurePolicy("kyverno.io", "ClusterPolicy", inspection);
                CheckFailurePolicy("kyverno.io", "Policy", inspection);
            },
        },
    ];

    private static void CheckActions(string group, string kind, Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind(group, kind))
        {
            Field actions = item.Spec["validationActions"];
            if (!actions.TryGetItems(out FieldItems items) || items.Count == 0)
            {
                continue;
            }

            bool isKnown = true, hasDeny = false;
            foreach (Field action in items)
            {
                isKnown &= action.TryGetText(out string text);
                hasDeny |= text == "Deny";
            }

            if (isKnown && !hasDeny)
            {
                inspection.Broken(item, "spec.validationActions", $"{item} only reports what breaks the policy", items[0].Shown);
            }
        }
    }

    private static void CheckAdmissionBindingRejected(KubernetesObject item, Inspection inspection)
    {
        if (item.Spec["policyName"].TryGetText(out string policy) && policy.Length == 0)
        {
            inspection.Broken(item, "spec.policyName", $"{item} names no policy");
        }

        if (!item.Spec["validationActions"].TryGetItems(out FieldItems actions))
        {
            inspection.Unknown(item, "spec.validationActions");
            return;
        }

        if (actions.Count == 0)
        {
            inspection.Broken(item, "spec.validationActions", $"{item} does not say what happens");
        }

        bool hasDeny = false, hasWarn = false;
        for (int i = 0; i < actions.Count; i++)
        {
            hasDeny |= actions[i].Text == "Deny";
            hasWarn |= actions[i].Text == "Warn";
            if (actions[i].TryGetText(out string action) && action is not ("Deny" or "Warn" or "Audit"))
            {
                string path = PathPool.Item("spec", "validationActions", i);
                inspection.Broken(item, path, $"'{actions[i].Shown}' is none of Deny, Warn and Audit", actions[i].Shown);
            }
        }

        if (hasDeny && hasWarn)
        {
            inspection.Broken(item, "spec.validationActions", $"{item} has both Deny and Warn", "Deny, Warn");
        }

        Field parameter = item.Spec["paramRef"];
        if (parameter.Presence == Flag.True)
        {
            if (parameter["name"].IsUnset == parameter["selector"].IsUnset)
            {
                inspection.Broken(item, "spec.paramRef", "paramRef needs either a name or a selector");
            }

            if (parameter["parameterNotFoundAction"].IsUnset)
            {
                inspection.Broken(item, "spec.paramRef.parameterNotFoundAction", "paramRef does not say what happens when there is no parameter");
            }
        }
    }

    private static void CheckEphemeralContainersUnwatched(KubernetesObject item, Inspection inspection)
    {
        if (!CelPolicyRule.TryRead(item, out PolicyText text)
            || !(text.Containers && text.IsAboutSecurity)
            || !item.Spec["matchConstraints"]["resourceRules"].TryGetItems(out FieldItems rules))
        {
            return;
        }

        int pods = -1;
        for (int i = 0; i < rules.Count; i++)
        {
            bool isKnown = rules[i]["resources"].TryGetItems(out FieldItems resources);
            foreach (Field resource in resources)
            {
                isKnown &= resource.TryGetText(out string name);
                if (name is "pods/ephemeralcontainers" or "pods/*" or "*/*" or "*/ephemeralcontainers")
                {
                    return;
                }

                pods = name == "pods" && pods < 0 ? i : pods;
            }

            if (!isKnown)
            {
                inspection.Unknown(item, string.Create(CultureInfo.InvariantCulture, $"spec.matchConstraints.resourceRules[{i}].resources"));
                return;
            }
        }

        if (pods >= 0)
        {
            inspection.Broken(
                item,
                string.Create(CultureInfo.InvariantCulture, $"spec.matchConstraints.resourceRules[{pods}].resources"),
                $"{item} is not asked about ephemeral containers, so kubectl debug goes past it",
                "pods");
        }
    }

    private static void CheckFailurePolicy(string group, string kind, Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind(group, kind))
        {
            CheckField(item, item.Spec["failurePolicy"], "spec.failurePolicy", inspection);
            CheckField(item, item.Spec["webhookConfiguration"]["failurePolicy"], "spec.webhookConfiguration.failurePolicy", inspection);
        }
    }

    private static void CheckField(KubernetesObject item, Field policy, string path, Inspection inspection)
    {
        if (policy.Text == "Ignore")
        {
            inspection.Broken(item, path, $"{item} lets everything in when it cannot be evaluated", policy.Shown);
        }
    }
}

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
                FieldAt at = inspection.At(item);
                switch (bound.Has(item))
                {
                    case Flag.False:
                        at.Report($"no binding among these objects puts {item} into effect");
                        break;
                    case Flag.Unknown:
                        at["metadata"]["name"].ReportUnknown("or the policyName of a binding is not known yet");
                        break;
                }
            },
        },
        new ObjectSetRule("RMP6302", "admission-without-deny", RuleCategory.Policies, DiagnosticSeverity.Info)
        {
            Summary = "A policy denies violations; with only Warn or Audit it reports them.",
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
            Summary = "A binding names its policy and its actions, but not Deny with Warn; the API server rejects any other.",
            Allowed = "policyName, and validationActions of Deny, Warn and Audit, not Deny with Warn",
            Fix = "set policyName, and validationActions to [Deny]",
            Guide = "Image Policy Enforcement",
            Check = CheckAdmissionBindingRejected,
        },
        new CelPolicyRule("RMP6304", "ephemeral-containers-unwatched", DiagnosticSeverity.Error)
        {
            Summary =
                "A policy about images or security contexts of pods also matches pods/ephemeralcontainers; otherwise kubectl debug bypasses it.",
            Allowed = "resources with both pods and pods/ephemeralcontainers",
            Fix = "add pods/ephemeralcontainers to the resources",
            Check = CheckEphemeralContainersUnwatched,
        },
        new CelPolicyRule("RMP6305", "admission-containers-only", DiagnosticSeverity.Error)
        {
            Summary =
                "Expressions about images or security contexts also check init and ephemeral containers; otherwise those containers can do what the policy forbids.",
            Allowed = "containers, initContainers and ephemeralContainers",
            Fix = "add initContainers and ephemeralContainers to the expression",
            Check = static (item, inspection) =>
            {
                FieldAt validations = inspection.At(item)["spec"]["validations"];
                if (!CelPolicyRule.TryRead(item, out PolicyText text))
                {
                    validations.ReportUnknown("or spec.variables is not known yet");
                }
                else if (text.LetsContainersEscape)
                {
                    validations.Report($"{item} checks containers but not {text.Unread}");
                }
            },
        },
        new ObjectSetRule("RMP6306", "admission-fails-open", RuleCategory.Policies, DiagnosticSeverity.Warning)
        {
            Summary =
                "A policy that cannot be evaluated denies; with Ignore, an error in it or an unavailable engine admits every object.",
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
            FieldAt actions = inspection.At(item)["spec"]["validationActions"];
            bool isKnown = true, hasDeny = false;
            foreach (FieldAt action in actions.Items)
            {
                isKnown &= action.Field.TryGetText(out string text);
                hasDeny |= text == "Deny";
            }

            if (actions.Items.Count > 0 && isKnown && !hasDeny)
            {
                actions.Report($"{item} only reports violations of the policy", actions.Items[0].Shown);
            }
        }
    }

    private static void CheckAdmissionBindingRejected(KubernetesObject item, Inspection inspection)
    {
        FieldAt spec = inspection.At(item)["spec"], policy = spec["policyName"], actions = spec["validationActions"], parameter = spec["paramRef"];
        if (Is.NoText.Ask(policy.Field) == Flag.True)
        {
            policy.Report($"{item} names no policy");
        }

        bool hasDeny = false, hasWarn = false;
        foreach (FieldAt action in actions.Items)
        {
            hasDeny |= action.Text == "Deny";
            hasWarn |= action.Text == "Warn";
            if (action.Field.TryGetText(out string text) && text is not ("Deny" or "Warn" or "Audit"))
            {
                action.Report($"'{action.Shown}' is not one of Deny, Warn and Audit");
            }
        }

        actions.ReportIf(Is.Empty, $"{item} has no validationActions");
        if (hasDeny && hasWarn)
        {
            actions.Report($"{item} has both Deny and Warn", "Deny, Warn");
        }

        if (parameter.Presence == Flag.True)
        {
            if (parameter["name"].IsUnset == parameter["selector"].IsUnset)
            {
                parameter.Report("paramRef needs either a name or a selector");
            }

            if (parameter["parameterNotFoundAction"].IsUnset)
            {
                parameter["parameterNotFoundAction"].Report("paramRef does not set what happens when there is no parameter");
            }
        }
    }

    private static void CheckEphemeralContainersUnwatched(KubernetesObject item, Inspection inspection)
    {
        if (!CelPolicyRule.TryRead(item, out PolicyText text) || !text.Containers || !text.IsAboutSecurity)
        {
            return;
        }

        FieldAt.ItemsAt rules = inspection.At(item)["spec"]["matchConstraints"]["resourceRules"].Items;
        int pods = -1;
        for (int i = 0; i < rules.Count; i++)
        {
            FieldAt resources = rules[i]["resources"];
            bool isKnown = resources.Field.TryGetItems(out FieldItems items);
            foreach (Field resource in items)
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
                resources.ReportUnknown();
                return;
            }
        }

        if (pods >= 0)
        {
            rules[pods]["resources"].Report($"{item} does not match ephemeral containers, so kubectl debug bypasses it", "pods");
        }
    }

    private static void CheckFailurePolicy(string group, string kind, Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind(group, kind))
        {
            FieldAt spec = inspection.At(item)["spec"];
            CheckFailurePolicy(item, spec["failurePolicy"]);
            CheckFailurePolicy(item, spec["webhookConfiguration"]["failurePolicy"]);
        }
    }

    private static void CheckFailurePolicy(KubernetesObject item, FieldAt policy)
    {
        if (policy.Text == "Ignore")
        {
            policy.Report($"{item} admits every object when it cannot be evaluated");
        }
    }
}

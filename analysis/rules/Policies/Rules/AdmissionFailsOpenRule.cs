using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6306: policies fail closed.</summary>
internal sealed class AdmissionFailsOpenRule()
    : Rule("RMP6306", "admission-fails-open", RuleCategory.Policies, DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A policy that cannot be evaluated denies; with Ignore, an error in it, or an engine that is down, lets everything in.";

    public override string Allowed => "failurePolicy Fail or unset";

    public override string Fix => "set failurePolicy to Fail";

    public override string Guide => "Image Policy Enforcement";

    internal override void Check(Inspection inspection)
    {
        CheckKind("admissionregistration.k8s.io", "ValidatingAdmissionPolicy", inspection);
        CheckKind("policies.kyverno.io", "ValidatingPolicy", inspection);
        CheckKind("policies.kyverno.io", "NamespacedValidatingPolicy", inspection);
        CheckKind("policies.kyverno.io", "ImageValidatingPolicy", inspection);
        CheckKind("policies.kyverno.io", "NamespacedImageValidatingPolicy", inspection);
        CheckKind("kyverno.io", "ClusterPolicy", inspection);
        CheckKind("kyverno.io", "Policy", inspection);
    }

    private static void CheckKind(string group, string kind, Inspection inspection)
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

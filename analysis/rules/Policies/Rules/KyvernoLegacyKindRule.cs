using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6101: Kyverno policies are of the kinds that stay.</summary>
internal sealed class KyvernoLegacyKindRule()
    : KyvernoPolicyRule("RMP6101", "kyverno-legacy-kind", DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "Kyverno policies are of the kinds that are written in CEL; ClusterPolicy and Policy are deprecated and are to be removed.";

    public override string Allowed => "ValidatingPolicy, ImageValidatingPolicy, MutatingPolicy and GeneratingPolicy of policies.kyverno.io/v1";

    public override string Fix => "write the policy as one of the kinds of policies.kyverno.io/v1";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        string successor = "ValidatingPolicy";
        foreach (Field rule in RulesOf(item))
        {
            successor = !rule["verifyImages"].IsUnset ? "ImageValidatingPolicy"
                : !rule["mutate"].IsUnset ? "MutatingPolicy"
                : !rule["generate"].IsUnset ? "GeneratingPolicy"
                : successor;
        }

        string scope = item.Kind == "Policy" ? "Namespaced" : "";
        inspection.Broken(item, "kind", $"{item} is of a deprecated kind, which {scope}{successor} of policies.kyverno.io/v1 replaces", item.Kind);
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>A rule about one policy written in CEL at a time: ValidatingAdmissionPolicy and Kyverno's kinds.</summary>
internal abstract class CelPolicyRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Policies, severity)
{
    private const string Kyverno = "policies.kyverno.io";

    private static readonly string[] KyvernoKinds =
        ["ImageValidatingPolicy", "NamespacedImageValidatingPolicy", "NamespacedValidatingPolicy", "ValidatingPolicy"];

    public override string Guide => "Image Policy Enforcement";

    internal sealed override void Check(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind("admissionregistration.k8s.io", "ValidatingAdmissionPolicy"))
        {
            Check(item, inspection);
        }

        foreach (string kind in KyvernoKinds)
        {
            foreach (KubernetesObject item in inspection.Objects.OfKind(Kyverno, kind))
            {
                Check(item, inspection);
            }
        }
    }

    /// <summary>Looks at a policy.</summary>
    protected abstract void Check(KubernetesObject item, Inspection inspection);

    /// <summary>What the expressions of a policy read; false while one is not known.</summary>
    private protected static bool TryRead(KubernetesObject item, out PolicyText text)
    {
        text = default;
        return TryAdd(item.Spec["variables"], ref text) && TryAdd(item.Spec["validations"], ref text);
    }

    private static bool TryAdd(Field list, ref PolicyText text)
    {
        if (!list.TryGetItems(out FieldItems items))
        {
            return false;
        }

        foreach (Field item in items)
        {
            if (!item["expression"].TryGetText(out string expression))
            {
                return false;
            }

            text = text.With(expression);
        }

        return true;
    }
}

using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>A rule about one policy written in CEL at a time: ValidatingAdmissionPolicy and Kyverno's kinds.</summary>
internal sealed class CelPolicyRule : Rule
{
    private const string Kyverno = "policies.kyverno.io";

    private static readonly string[] KyvernoKinds =
        ["ImageValidatingPolicy", "NamespacedImageValidatingPolicy", "NamespacedValidatingPolicy", "ValidatingPolicy"];

    public CelPolicyRule(string id, string name, DiagnosticSeverity severity)
        : base(id, name, RuleCategory.Policies, severity) => Guide = "Image Policy Enforcement";

    /// <summary>Checks a policy.</summary>
    public required Action<KubernetesObject, Inspection> Check { get; init; }

    internal override void Run(Inspection inspection)
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

    /// <summary>What the expressions of a policy read; false while one is not known.</summary>
    public static bool TryRead(KubernetesObject item, out PolicyText text)
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

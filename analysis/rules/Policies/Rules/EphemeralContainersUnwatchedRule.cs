using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6304: policies about containers are asked about ephemeral ones.</summary>
internal sealed class EphemeralContainersUnwatchedRule()
    : CelPolicyRule("RMP6304", "ephemeral-containers-unwatched", DiagnosticSeverity.Error)
{
    public override string Summary =>
        "A policy about images or security contexts of pods is asked for pods/ephemeralcontainers too; otherwise kubectl debug goes past it.";

    public override string Allowed => "resources with both pods and pods/ephemeralcontainers";

    public override string Fix => "add pods/ephemeralcontainers to the resources";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (!TryRead(item, out PolicyText text)
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
}

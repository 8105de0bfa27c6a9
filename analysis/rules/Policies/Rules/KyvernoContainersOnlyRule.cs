using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6106: Kyverno patterns look at all containers.</summary>
internal sealed class KyvernoContainersOnlyRule()
    : KyvernoPolicyRule("RMP6106", "kyverno-containers-only", DiagnosticSeverity.Error)
{
    public override string Summary =>
        "A pattern for images or security contexts looks at init and ephemeral containers too; otherwise they may do what it forbids.";

    public override string Allowed => "containers, initContainers and ephemeralContainers";

    public override string Fix => "repeat the pattern below =(initContainers) and =(ephemeralContainers)";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        bool guardsInit = PolicyText.Mentions(item.Spec.Value, "initContainers"), guardsEphemeral = PolicyText.Mentions(item.Spec.Value, "ephemeralContainers");
        if (guardsInit && guardsEphemeral)
        {
            return;
        }

        string unread = new PolicyText(Containers: true, guardsInit, guardsEphemeral, IsAboutSecurity: true).Unread;
        FieldItems rules = RulesOf(item);
        for (int i = 0; i < rules.Count; i++)
        {
            Field validate = rules[i]["validate"];
            CheckPattern(item, rules[i], PathOf(i, "validate.pattern"), validate["pattern"], unread, inspection);
            _ = validate["anyPattern"].TryGetItems(out FieldItems patterns);
            for (int j = 0; j < patterns.Count; j++)
            {
                CheckPattern(item, rules[i], PathOf(i, string.Create(CultureInfo.InvariantCulture, $"validate.anyPattern[{j}]")), patterns[j], unread, inspection);
            }
        }
    }

    private static void CheckPattern(KubernetesObject item, Field rule, string path, Field pattern, string unread, Inspection inspection)
    {
        if (KyvernoPatterns.GuardsContainers(pattern))
        {
            inspection.Broken(item, path, $"rule '{rule["name"].Shown}' looks at containers but not at {unread}");
        }
    }
}

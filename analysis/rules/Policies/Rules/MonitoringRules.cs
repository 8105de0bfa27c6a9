using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>The rules about runtime monitoring.</summary>
internal static class MonitoringRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectSetRule("RMP6001", "runtime-monitoring-missing", RuleCategory.Policies, DiagnosticSeverity.Info)
        {
            Summary =
                "Falco rules or a Tetragon policy watch the pods while they run, so that an intruder who bypasses everything else is noticed.",
            Allowed = "Falco rules, or a TracingPolicy, beside the workloads",
            Fix = "add a TracingPolicyNamespaced, or Falco rules in a ConfigMap that Falco loads",
            Guide = "Runtime Security Monitoring",
            Point = ChecklistPoint.RuntimeMonitoring,
            NeedsOtherObjects = true,
            Check = static inspection =>
            {
                ObjectSet objects = inspection.Objects;
                if (objects.Workloads.Count > 0
                    && objects.OfKind("cilium.io", "TracingPolicy").Count == 0
                    && objects.OfKind("artifact.falcosecurity.dev", "Rulesfile").Count == 0
                    && objects.OfKind("", FalcoRules.Kind).Count == 0
                    && !HasNamespacedPolicy(objects)
                    && !HasRuleFile(objects))
                {
                    inspection.Broken(objects.Workloads[0].Object, "", "no Falco rules and no Tetragon policy among these objects watch the pods");
                }
            },
        },
    ];

    private static bool HasNamespacedPolicy(ObjectSet objects)
    {
        HashSet<string> places = [.. objects.Workloads.Select(static workload => workload.Object.Place)];
        foreach (KubernetesObject policy in objects.OfKind("cilium.io", "TracingPolicyNamespaced"))
        {
            if (places.Contains(policy.Place))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasRuleFile(ObjectSet objects)
    {
        foreach (KubernetesObject item in objects.OfKind("", "ConfigMap"))
        {
            _ = item["data"].TryGetProperties(out ReadOnlySpan<Property> properties);
            foreach (Property property in properties)
            {
                if (FalcoRules.LooksLikeRuleFile(new Field(property.Value).Text))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

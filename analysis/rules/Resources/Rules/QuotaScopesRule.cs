using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3034: the scopes of a quota exist, agree with each other, and with what it counts.</summary>
internal static class QuotaScopesRule
{
    public static Rule Descriptor { get; } = new ObjectRule("RMP3034", "quota-scopes", RuleCategory.Resources, DiagnosticSeverity.Error, "", "ResourceQuota")
    {
        Summary = "The scopes of a quota exist, exclude each other not, and go with what it counts, since the API server rejects all else.",
        Allowed = "scopes that one pod can be in, with cpu, memory and pods; BestEffort with pods alone",
        Fix = "make one quota per scope",
        Guide = "Resource Quotas",
        Check = Check,
    };

    private static void Check(KubernetesObject item, Inspection inspection)
    {
        if (!item.Spec["scopes"].TryGetItems(out FieldItems scopes))
        {
            inspection.Unknown(item, "spec.scopes");
            return;
        }

        List<string> names = [];
        for (int i = 0; i < scopes.Count; i++)
        {
            string path = PathPool.Item("spec", "scopes", i);
            if (!scopes[i].TryGetText(out string name))
            {
                inspection.Unknown(item, path);
                continue;
            }

            if (!IsScope(name))
            {
                inspection.Broken(item, path, $"'{scopes[i].Shown}' is not a scope", scopes[i].Shown);
            }

            if (FindOpposite(name, names) is { } opposite)
            {
                inspection.Broken(item, path, $"no pod is both {opposite} and {name}", name);
            }

            names.Add(name);
        }

        CheckResources(item, names, inspection);
    }

    private static void CheckResources(KubernetesObject item, List<string> scopes, Inspection inspection)
    {
        if (scopes.Count == 0 || !item.Spec["hard"].TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            return;
        }

        foreach (Property property in properties)
        {
            foreach (string scope in scopes)
            {
                // Names with a domain, and 'count/', are not looked at.
                if (IsScope(scope) && ResourceNames.IsOfQuotas(property.Name) && !property.Name.Contains('/') && !IsCounted(scope, property.Name))
                {
                    inspection.Broken(item, QuantityField.PathOf("spec.hard", property.Name), $"a quota of scope {scope} cannot limit {property.Name}", property.Name);
                    break;
                }
            }
        }
    }

    private static bool IsScope(string name) => name is QuotaScope.Terminating or QuotaScope.NotTerminating
        or QuotaScope.BestEffort or QuotaScope.NotBestEffort
        or QuotaScope.PriorityClass or QuotaScope.CrossNamespacePodAffinity or QuotaScope.VolumeAttributesClass;

    private static string? FindOpposite(string name, List<string> names)
    {
        string? opposite = name switch
        {
            QuotaScope.Terminating => QuotaScope.NotTerminating,
            QuotaScope.NotTerminating => QuotaScope.Terminating,
            QuotaScope.BestEffort => QuotaScope.NotBestEffort,
            QuotaScope.NotBestEffort => QuotaScope.BestEffort,
            _ => null,
        };
        return opposite is not null && names.Contains(opposite) ? opposite : null;
    }

    private static bool IsCounted(string scope, string name) => scope switch
    {
        QuotaScope.VolumeAttributesClass => true,
        QuotaScope.BestEffort => name == "pods",
        _ => name is "pods" or "cpu" or "memory" or "requests.cpu" or "requests.memory" or "limits.cpu" or "limits.memory",
    };
}

using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3034: the scopes of a quota exist, agree with each other, and with what it counts.</summary>
internal static class QuotaScopesRule
{
    public static Rule Descriptor { get; } = new ObjectRule("RMP3034", "quota-scopes", RuleCategory.Resources, DiagnosticSeverity.Error, "", "ResourceQuota")
    {
        Summary = "The scopes of a quota exist, do not exclude each other, and fit what it counts, since the API server rejects anything else.",
        Allowed = "scopes that one pod can be in, with cpu, memory and pods; BestEffort with pods alone",
        Fix = "create one quota per scope",
        Guide = "Resource Quotas",
        Example = new(
            """
            kind: ResourceQuota
            spec:
              hard: {pods: "10"}
              scopes: [Terminating, NotTerminating]
            """,
            """
            kind: ResourceQuota
            spec:
              hard: {pods: "10"}
              scopes: [NotTerminating]
            """),
        Check = static (item, inspection) =>
        {
            List<string> names = [];
            foreach (FieldAt scope in inspection.At(item)["spec"]["scopes"].ReadItems())
            {
                if (scope.TryRead(out string name))
                {
                    CheckScope(scope, name, names);
                    names.Add(name);
                }
            }

            if (names.Count > 0)
            {
                CheckResources(inspection.At(item)["spec"]["hard"], names);
            }
        },
    };

    private static void CheckScope(FieldAt scope, string name, List<string> before)
    {
        if (!IsScope(name))
        {
            scope.Report($"'{scope.Shown}' is not a scope");
        }

        if (FindOpposite(name, before) is { } opposite)
        {
            scope.Report($"no pod is both {opposite} and {name}");
        }
    }

    private static void CheckResources(FieldAt hard, List<string> scopes)
    {
        foreach (FieldAt resource in hard.Entries)
        {
            // Names with a domain, and 'count/', are not checked.
            string name = resource.Name;
            if (ResourceNames.IsOfQuotas(name) && !name.Contains('/') && scopes.Find(scope => IsScope(scope) && !IsCounted(scope, name)) is { } scope)
            {
                resource.Report($"a quota of scope {scope} cannot limit {name}", name);
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

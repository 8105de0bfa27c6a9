using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4060: pod affinity terms are ones that the API server takes.</summary>
internal sealed class AffinityRejectedRule()
    : WorkloadRule("RMP4060", "affinity-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
{
    public override string Summary =>
        "A pod affinity term has a topology key, and a weight from 1 to 100 when it is preferred; the API server rejects all else.";

    public override string Allowed => "topologyKey set, weight 1 to 100";

    public override string Fix => "set topologyKey and weight";

    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";
    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field affinity = workload.PodSpec["affinity"];
        if (!affinity.IsUnset)
        {
            CheckTerms(workload, affinity["podAffinity"], "podAffinity", inspection);
            CheckTerms(workload, affinity["podAntiAffinity"], "podAntiAffinity", inspection);
        }
    }

    private static void CheckTerms(Workload workload, Field affinity, string kind, Inspection inspection)
    {
        _ = affinity[Required].TryGetItems(out FieldItems required);
        for (int i = 0; i < required.Count; i++)
        {
            CheckKey(workload, required[i], string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.affinity.{kind}.{Required}[{i}]"), inspection);
        }

        _ = affinity[Preferred].TryGetItems(out FieldItems preferred);
        for (int i = 0; i < preferred.Count; i++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.affinity.{kind}.{Preferred}[{i}]");
            Field weight = preferred[i]["weight"];
            if (weight.TryGetInteger(out double number) && number is < 1 or > 100)
            {
                inspection.Broken(
                    workload.Object, $"{path}.weight", weight.IsUnset ? $"a preferred term of {kind} has no weight" : $"weight {weight.Shown} is not from 1 to 100", weight.Shown);
            }

            CheckKey(workload, preferred[i]["podAffinityTerm"], $"{path}.podAffinityTerm", inspection);
        }
    }

    private static void CheckKey(Workload workload, Field term, string path, Inspection inspection)
    {
        if (term["topologyKey"].TryGetText(out string key) && key.Length == 0)
        {
            inspection.Broken(workload.Object, $"{path}.topologyKey", "a pod affinity term has no topologyKey");
        }
    }
}

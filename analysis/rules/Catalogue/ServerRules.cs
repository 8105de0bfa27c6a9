using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;

namespace Rampart.Rules.Catalogue;

/// <summary>The rules that tell what the API server itself rejects, for those who make objects of settings.</summary>
public static class ServerRules
{
    // Values, quantities, names of resources, requests and limits, the order of a LimitRange, rollouts, spread, pod affinity.
    private static readonly string[] Ids = ["RMP3001", "RMP3002", "RMP3004", "RMP3043", "RMP4021", "RMP4052", "RMP4060", "RMP4071"];

    /// <summary>What the API server would reject, in no order; nothing of what is not known.</summary>
    /// <param name="objects">The objects, of which single fields may be all there is.</param>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<KubernetesObject> objects)
    {
        Inspection inspection = new(new ObjectSet(objects), CheckOptions.Default);
        foreach (Rule rule in RuleCatalogue.All)
        {
            if (Array.IndexOf(Ids, rule.Id) >= 0)
            {
                inspection.Run(rule);
            }
        }

        return inspection.Findings.FindAll(static finding => finding.Verdict == FindingVerdict.Broken);
    }
}

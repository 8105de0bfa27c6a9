using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.PodSecurity.Evaluation;
using Rampart.Rules.PodSecurity.Rules;

namespace Rampart.Rules.Checklists;

/// <summary>What the Pod Security Standard says of all objects with pods. An object that is there twice counts once, with the worst that is said of it.</summary>
/// <param name="Pods">The objects.</param>
/// <param name="Forbidden">Those that it forbids for something that no waiver covers, with why.</param>
/// <param name="Unknown">Those of which it cannot tell.</param>
/// <param name="Doubts">What it would have to know of them.</param>
/// <param name="Waived">What is waived of those that it forbids for nothing else.</param>
internal sealed record StandardVerdict(
    int Pods,
    IReadOnlyList<(KubernetesObject Object, PodSecurityResult Result)> Forbidden,
    IReadOnlyList<KubernetesObject> Unknown,
    List<Finding> Doubts,
    IReadOnlyList<Finding> Waived)
{
    /// <summary>The objects that it allows.</summary>
    public int Allowed { get; private init; }

    public static StandardVerdict Of(IReadOnlyList<KubernetesObject> objects, IReadOnlyList<PodSecurityResult?> results, IReadOnlyList<Finding> findings)
    {
        Dictionary<KubernetesObject, List<Finding>> standard = [];
        List<Finding> doubts = [];
        foreach (Finding finding in findings)
        {
            if (finding is { Rule: PodSecurityRule, Verdict: FindingVerdict.Unknown })
            {
                doubts.Add(finding);
            }
            else if (finding is { Rule: PodSecurityRule, Verdict: FindingVerdict.Broken })
            {
                if (!standard.TryGetValue(finding.Object, out List<Finding>? own))
                {
                    standard.Add(finding.Object, own = []);
                }

                own.Add(finding);
            }
        }

        HashSet<ObjectIdentity> all = [], notAllowed = [], seen = [];
        List<(KubernetesObject, PodSecurityResult)> forbidden = [];
        List<KubernetesObject> unknown = [];
        List<Finding> waived = [];
        for (int i = 0; i < results.Count; i++)
        {
            if (results[i] is not { } result)
            {
                continue;
            }

            KubernetesObject item = objects[i];
            ObjectIdentity identity = item.Identity;
            all.Add(identity);
            if (result.Verdict == PodSecurityVerdict.Allowed)
            {
                continue;
            }

            notAllowed.Add(identity);
            if (result.Verdict == PodSecurityVerdict.Unknown)
            {
                unknown.Add(item);
            }
            else if (IsWaived(result, standard.GetValueOrDefault(item) ?? []))
            {
                waived.AddRange(standard[item]);
            }
            else if (seen.Add(identity))
            {
                forbidden.Add((item, result));
            }
        }

        return new StandardVerdict(all.Count, forbidden, unknown, doubts, waived) { Allowed = all.Count - notAllowed.Count };
    }

    // A check that forbids and has no finding is one of a rule that is off, which accepts nothing.
    private static bool IsWaived(PodSecurityResult result, List<Finding> findings)
    {
        foreach (PodSecurityFinding each in result.Findings)
        {
            if (each.Result.Verdict == PodSecurityVerdict.Forbidden && !findings.Exists(finding => finding.Rule.Id == each.Check.RuleId))
            {
                return false;
            }
        }

        return findings.TrueForAll(static finding => finding.Waiver is not null);
    }
}

using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Evaluation;

/// <summary>Judges pods by a Pod Security Standard, as Pod Security admission of Kubernetes 1.37 does.</summary>
/// <remarks>
/// The pod is taken as it is written. Of the API server's defaults only the one that decides is part of it: a volume without a
/// source is an <c>emptyDir</c>. Others only make the server say more about a pod that is rejected anyway.
/// </remarks>
public static class PodSecurityEvaluator
{
    /// <summary>Judges the pods or templates in an object; null when it holds none, so that nothing can be said.</summary>
    public static PodSecurityResult? Evaluate(LevelVersion policy, PropertyObject manifest)
    {
        PodSecurityResult? result = null;
        foreach (PodSource pod in PodSource.FindAll(manifest))
        {
            PodSecurityResult own = Evaluate(policy, pod);
            result = result is null ? own : result.And(own);
        }

        return result;
    }

    /// <summary>Judges a pod or template.</summary>
    public static PodSecurityResult Evaluate(LevelVersion policy, in PodSource pod)
    {
        PodView view = new(pod);
        List<PodSecurityFinding>? findings = null;
        foreach (ActiveCheck active in PodSecurityChecks.Select(policy))
        {
            CheckResult result = active.Version.Check(view);
            if (result.Verdict == PodSecurityVerdict.Allowed)
            {
                continue;
            }

            if (result.Verdict == PodSecurityVerdict.Unknown)
            {
                result = result with { UnknownFields = UnknownFieldFinder.Find(pod, active.Version.Fields) };
            }

            (findings ??= []).Add(new PodSecurityFinding(active.Check, result));
        }

        return findings is null ? PodSecurityResult.Allowed : new PodSecurityResult(findings);
    }
}

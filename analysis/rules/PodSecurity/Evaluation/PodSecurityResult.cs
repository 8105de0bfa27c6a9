namespace Rampart.Rules.PodSecurity.Evaluation;

/// <summary>What one check of a standard has against a pod.</summary>
/// <param name="Check">The check.</param>
/// <param name="Result">Its result: forbidden or unknown.</param>
public sealed record PodSecurityFinding(PodSecurityCheck Check, CheckResult Result);

/// <summary>What a standard says about a pod.</summary>
public sealed class PodSecurityResult
{
    /// <summary>The result for a pod that is admitted.</summary>
    public static readonly PodSecurityResult Allowed = new([]);

    internal PodSecurityResult(IReadOnlyList<PodSecurityFinding> findings)
    {
        Findings = findings;
        for (int i = 0; i < findings.Count; i++)
        {
            bool isForbidden = findings[i].Result.Verdict == PodSecurityVerdict.Forbidden;
            Verdict = isForbidden || Verdict == PodSecurityVerdict.Forbidden ? PodSecurityVerdict.Forbidden : PodSecurityVerdict.Unknown;
        }
    }

    /// <summary>What the standard says of several pods: of those that this one is about, and of others.</summary>
    internal PodSecurityResult And(PodSecurityResult other) =>
        Findings.Count == 0 ? other : other.Findings.Count == 0 ? this : new PodSecurityResult([.. Findings, .. other.Findings]);

    /// <summary>Forbidden when one check forbids; else unknown when one check cannot tell; else allowed.</summary>
    public PodSecurityVerdict Verdict { get; }

    /// <summary>The reasons of the checks that forbid, as upstream joins them: <c>privileged, runAsNonRoot != true</c>.</summary>
    public string Reason => Join(static result => result.ForbiddenReason);

    /// <summary>Reasons and details of the checks that forbid, as upstream joins them: <c>privileged (container "a" …), …</c>.</summary>
    public string Detail => Join(static result =>
        result.ForbiddenDetail.Length == 0 ? result.ForbiddenReason : $"{result.ForbiddenReason} ({result.ForbiddenDetail})");

    /// <summary>What the checks have against the pod, in the order of <see cref="PodSecurityChecks.All"/>.</summary>
    public IReadOnlyList<PodSecurityFinding> Findings { get; }

    private string Join(Func<CheckResult, string> say) =>
        string.Join(", ", Findings.Where(static finding => finding.Result.Verdict == PodSecurityVerdict.Forbidden).Select(finding => say(finding.Result)));

    /// <summary>What admission rejects a pod with: <c>violates PodSecurity "restricted:latest": …</c>.</summary>
    public string DenyMessage(LevelVersion policy) => $"violates PodSecurity \"{policy}\": {Detail}";

    /// <summary>What admission warns of, for a template or in mode warn: <c>would violate PodSecurity "restricted:latest": …</c>.</summary>
    public string WarnMessage(LevelVersion policy) => $"would violate PodSecurity \"{policy}\": {Detail}";
}

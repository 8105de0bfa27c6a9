using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity;

/// <summary>What a check, or all checks of a standard together, say about a pod.</summary>
public enum PodSecurityVerdict
{
    /// <summary>The pod is admitted.</summary>
    Allowed,

    /// <summary>The pod is rejected, whatever the values that are not known yet turn out to be.</summary>
    Forbidden,

    /// <summary>
    /// It depends on values that are not known yet, or that have a type the API server does not take; see
    /// <see cref="CheckResult.UnknownFields"/>.
    /// </summary>
    Unknown,
}

/// <summary>What one check says about a pod.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="ForbiddenReason">What is wrong in a few words, as upstream says it, e.g. <c>privileged</c>; empty unless forbidden.</param>
/// <param name="ForbiddenDetail">
/// Where it is wrong, as upstream says it, e.g. <c>container "a" must not set securityContext.privileged=true</c>; empty unless
/// forbidden. A secret is written as <c>[secret]</c>, and a name that is not known yet as <c>[unknown]</c>.
/// </param>
public sealed record CheckResult(PodSecurityVerdict Verdict, string ForbiddenReason, string ForbiddenDetail)
{
    /// <summary>The result of a check that has nothing to say against a pod.</summary>
    public static readonly CheckResult Allow = new(PodSecurityVerdict.Allowed, "", "");

    internal static readonly CheckResult Unknown = new(PodSecurityVerdict.Unknown, "", "");

    /// <summary>For <see cref="PodSecurityVerdict.Unknown"/>: what the check would have to know. Otherwise empty.</summary>
    public IReadOnlyList<UnknownField> UnknownFields { get; init; } = [];

    internal static CheckResult Forbid(string reason, string detail) => new(PodSecurityVerdict.Forbidden, reason, detail);

    internal static CheckResult AllowUnlessUnknown(bool isUnknown) => isUnknown ? Unknown : Allow;

    /// <summary>The result when the pod may be exempt: forbidden only where it certainly is not.</summary>
    internal CheckResult UnlessExempt(Flag isExempt) => isExempt switch
    {
        Flag.True => Allow,
        Flag.Unknown when Verdict == PodSecurityVerdict.Forbidden => Unknown,
        _ => this,
    };
}

using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity;

/// <summary>Judges a pod.</summary>
internal delegate CheckResult CheckPod(in PodView pod);

/// <summary>A check as it is since a version.</summary>
public sealed class PodSecurityCheckVersion
{
    internal PodSecurityCheckVersion(PolicyVersion minimumVersion, CheckPod check, params CheckedField[] fields)
    {
        MinimumVersion = minimumVersion;
        Check = check;
        Fields = fields;
    }

    /// <summary>The first version for which the check is so.</summary>
    public PolicyVersion MinimumVersion { get; }

    /// <summary>The ids of the baseline checks that this one takes the place of in level restricted.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>What it looks at.</summary>
    public IReadOnlyList<CheckedField> Fields { get; }

    internal CheckPod Check { get; }

    // Known once a pod is forbidden.
    internal IReadOnlyList<OffencePlace> PodPlaces => field ??= OffencePlace.Of(Fields, areOfContainers: false);

    internal IReadOnlyList<OffencePlace> ContainerPlaces => field ??= OffencePlace.Of(Fields, areOfContainers: true);
}

/// <summary>One control of the Pod Security Standards, in all its versions.</summary>
public sealed class PodSecurityCheck
{
    internal PodSecurityCheck(string ruleId, string id, PodSecurityLevel level, params PodSecurityCheckVersion[] versions)
    {
        RuleId = ruleId;
        Id = id;
        Level = level;
        Versions = versions;
    }

    /// <summary>Our number of the rule, <c>RMP1001</c> to <c>RMP1019</c>; never reused.</summary>
    public string RuleId { get; }

    /// <summary>The upstream id, e.g. <c>capabilities_restricted</c>.</summary>
    public string Id { get; }

    /// <summary>The level that it belongs to: baseline or restricted.</summary>
    public PodSecurityLevel Level { get; }

    /// <summary>Its versions, oldest first.</summary>
    public IReadOnlyList<PodSecurityCheckVersion> Versions { get; }

    /// <summary>The check as of a version; null when it did not exist then.</summary>
    public PodSecurityCheckVersion? At(PolicyVersion version)
    {
        PodSecurityCheckVersion? found = null;
        for (int i = 0; i < Versions.Count && Versions[i].MinimumVersion <= version; i++)
        {
            found = Versions[i];
        }

        return found;
    }

    /// <summary>Judges a pod by this check alone; a check that did not exist as of a version allows all.</summary>
    public CheckResult Evaluate(PolicyVersion version, in PodSource pod)
    {
        if (At(version) is not { } check)
        {
            return CheckResult.Allow;
        }

        CheckResult result = check.Check(new PodView(pod));
        return result.Verdict == PodSecurityVerdict.Unknown
            ? result with { UnknownFields = UnknownFieldFinder.Find(pod, check.Fields) }
            : result;
    }
}

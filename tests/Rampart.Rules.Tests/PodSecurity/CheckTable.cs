using Rampart.Protocol.Values;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.PodSecurity.Evaluation;

namespace Rampart.Rules.Tests.PodSecurity;

/// <summary>Runs one check on a pod.</summary>
internal static class CheckTable
{
    /// <summary>
    /// The verdict as a text: null when allowed, <c>reason (detail)</c> when forbidden, <c>unknown: …</c> when unknown.
    /// </summary>
    /// <param name="id">The id of the check.</param>
    /// <param name="minor">The policy version after <c>1.</c>.</param>
    /// <param name="pod">The spec of the pod; annotations may be among its fields.</param>
    public static string? Run(string id, int minor, string pod)
    {
        PodSecurityCheck check = PodSecurityChecks.All.Single(candidate => candidate.Id == id);
        PropertyObject spec = ManifestText.Object(pod);
        PropertyObject metadata = PropertyObject.Create(new Property("annotations", spec["annotations"]));
        PodSource source = new("", PropertyValue.From(metadata), PropertyValue.From(spec));

        CheckResult result = check.Evaluate(PolicyVersion.V1(minor), source);

        Assert.Equal(result.Verdict == PodSecurityVerdict.Unknown, result.UnknownFields.Count > 0);
        return result.Verdict switch
        {
            PodSecurityVerdict.Allowed => null,
            PodSecurityVerdict.Forbidden => $"{result.ForbiddenReason} ({result.ForbiddenDetail})",
            _ => "unknown: " + string.Join(", ", result.UnknownFields),
        };
    }
}

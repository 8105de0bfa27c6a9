using Rampart.Rules.PodSecurity;

namespace Rampart.Rules.Tests.PodSecurity;

public sealed class NamespacePolicyTests
{
    // labels without their prefix, policy as enforce audit warn, errors and unknown labels
    public static TheoryData<string, string, string[]> Labels => new()
    {
        { "{}", "privileged:latest privileged:latest privileged:latest", [] },
        { "null", "privileged:latest privileged:latest privileged:latest", [] },
        { "{'enforce': 'restricted'}", "restricted:latest privileged:latest restricted:latest", [] },
        {
            "{'enforce': 'restricted', 'enforce-version': 'v1.35', 'audit': 'baseline', 'audit-version': 'v1.0', 'warn': 'privileged', 'warn-version': 'latest'}",
            "restricted:v1.35 baseline:v1.0 privileged:latest", []
        },
        { "{'enforce': 'baseline', 'enforce-version': 'v1.30'}", "baseline:v1.30 privileged:latest baseline:v1.30", [] },
        { "{'enforce': 'baseline', 'enforce-version': 'v1.30', 'warn-version': 'v1.31'}", "baseline:v1.30 privileged:latest baseline:v1.31", [] },
        { "{'enforce': 'baseline', 'warn': 'restricted'}", "baseline:latest privileged:latest restricted:latest", [] },
        { "{'audit': 'restricted'}", "privileged:latest restricted:latest privileged:latest", [] },
        { "{'enforce-version': 'v1.99'}", "privileged:v1.99 privileged:latest privileged:latest", [] },
        {
            "{'enforce': 'Restricted'}", "restricted:latest privileged:latest privileged:latest",
            ["metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: \"Restricted\": must be one of privileged, baseline, restricted"]
        },
        {
            "{'enforce': 'baseline', 'enforce-version': '1.36'}", "baseline:latest privileged:latest baseline:latest",
            ["metadata.labels[pod-security.kubernetes.io/enforce-version]: Invalid value: \"1.36\": must be \"latest\" or \"v1.x\""]
        },
        {
            "{'enforce': 'restricted', 'audit': 'x', 'audit-version': 'v1.01', 'warn': '', 'warn-version': 'v2.0'}",
            "restricted:latest privileged:latest privileged:latest",
            [
                "metadata.labels[pod-security.kubernetes.io/audit]: Invalid value: \"x\": must be one of privileged, baseline, restricted",
                "metadata.labels[pod-security.kubernetes.io/audit-version]: Invalid value: \"v1.01\": must be \"latest\" or \"v1.x\"",
                "metadata.labels[pod-security.kubernetes.io/warn]: Invalid value: \"\": must be one of privileged, baseline, restricted",
                "metadata.labels[pod-security.kubernetes.io/warn-version]: Invalid value: \"v2.0\": must be \"latest\" or \"v1.x\"",
            ]
        },
        {
            "{'enforce': '?', 'warn': '?', 'audit-version': 1.35}", "privileged:latest privileged:latest privileged:latest",
            [
                "metadata.labels[pod-security.kubernetes.io/enforce] is not known yet",
                "metadata.labels[pod-security.kubernetes.io/audit-version] is a number, not a string",
                "metadata.labels[pod-security.kubernetes.io/warn] is not known yet",
            ]
        },
        { "'?'", "privileged:latest privileged:latest privileged:latest", ["metadata.labels is not known yet"] },
        { "{'enforce': '!restricted'}", "restricted:latest privileged:latest restricted:latest", [] },
        {
            "{'enforce': '!hidden'}", "restricted:latest privileged:latest privileged:latest",
            ["metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: \"[secret]\": must be one of privileged, baseline, restricted"]
        },
    };

    [Theory, MemberData(nameof(Labels))]
    public void FromLabels_Labels_GiveTheUpstreamPolicy(string labels, string expected, string[] problems)
    {
        NamespacePolicy policy = NamespacePolicy.FromLabels(ManifestText.Value(labels
            .Replace("'enforce", "'pod-security.kubernetes.io/enforce")
            .Replace("'audit", "'pod-security.kubernetes.io/audit")
            .Replace("'warn", "'pod-security.kubernetes.io/warn")));

        Assert.Equal(expected, $"{policy.Enforce} {policy.Audit} {policy.Warn}");
        Assert.Equal(problems, policy.Errors.Concat(policy.UnknownFields.Select(field => field.ToString())));
    }

    [Fact]
    public void FromLabels_Defaults_HoldWithoutLabels()
    {
        LevelVersion baseline = new(PodSecurityLevel.Baseline, PolicyVersion.V1(30));
        NamespacePolicy defaults = new(baseline, baseline, new LevelVersion(PodSecurityLevel.Restricted, PolicyVersion.V1(31)));

        NamespacePolicy policy = NamespacePolicy.FromLabels(
            ManifestText.Value("{'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/audit-version': 'latest'}"), defaults);

        Assert.Equal("restricted:v1.30 baseline:latest restricted:v1.31", $"{policy.Enforce} {policy.Audit} {policy.Warn}");
    }
}

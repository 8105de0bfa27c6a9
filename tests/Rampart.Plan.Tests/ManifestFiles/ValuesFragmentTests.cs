using Rampart.Plan.ManifestFiles;
using Rampart.Rules.Findings;

namespace Rampart.Plan.Tests.ManifestFiles;

public sealed class ValuesFragmentTests
{
    public static TheoryData<string, string> Fragments => new()
    {
        { "securityContext:\n  privileged: true\n", "RMP1007 securityContext.privileged" },
        { "podSecurityContext:\n  runAsUser: 0\n", "RMP1018 podSecurityContext.runAsUser" },
        { "podSecurityContext:\n  seLinuxOptions:\n    user: root\n", "RMP1009 podSecurityContext.seLinuxOptions" },
        { "securityContext:\n  readOnlyRootFilesystem: false\n", "RMP1101 securityContext.readOnlyRootFilesystem" },
    };

    [Theory]
    [MemberData(nameof(Fragments))]
    public void Check_WhatAFragmentSays_IsHeldAgainstIt(string text, string expected) => Assert.Contains(expected, Check(text));

    [Theory]
    [InlineData("securityContext:\n  runAsNonRoot: true\n")]
    [InlineData("podSecurityContext:\n  fsGroup: 65532\n")]
    [InlineData("replicaCount: 2\n")]
    [InlineData("image:\n  repository: docker.io/authzed/spicedb\n")]
    public void Check_WhatAFragmentLeavesOut_IsNotHeldAgainstIt(string text) => Assert.Empty(Check(text));

    private static string[] Check(string text) =>
        [.. ValuesFragment.Check(ManifestFolder.ReadOne(text), CheckOptions.Default).Findings.Select(static finding => $"{finding.Rule.Id} {finding.Path}")];
}

using Rampart.Plan.ManifestFiles;
using Rampart.Rules.Options;

namespace Rampart.Plan.Tests.ManifestFiles;

public sealed class ValuesFragmentTests
{
    public static TheoryData<string, string> Fragments => new()
    {
        { "securityContext:\n  privileged: true\n", "RMP1007 securityContext.privileged" },
        { "podSecurityContext:\n  runAsUser: 0\n", "RMP1018 podSecurityContext.runAsUser" },
        { "podSecurityContext:\n  seLinuxOptions:\n    user: root\n", "RMP1009 podSecurityContext.seLinuxOptions.user" },
        { "securityContext:\n  readOnlyRootFilesystem: false\n", "RMP1101 securityContext.readOnlyRootFilesystem" },
        { "securityContext:\n  privileged: \"true\"\n", "RMP1203 securityContext.privileged" },
    };

    [Theory]
    [MemberData(nameof(Fragments))]
    public void Check_WhatAFragmentSays_IsHeldAgainstIt(string text, string expected) => Assert.Contains(expected, Check(text));

    [Fact]
    public void Check_AnnotationOfAContainer_IsNotOneOfAnother() => Assert.DoesNotContain(
        "RMP1115 podAnnotations[container.apparmor.security.beta.kubernetes.io/spicedb]",
        Check("podAnnotations:\n  container.apparmor.security.beta.kubernetes.io/spicedb: runtime/default\n"));

    [Fact]
    public void Check_TagWithoutRepository_IsNotTakenForDockerHub()
    {
        Assert.DoesNotContain("RMP2006 image", Check("image:\n  tag: v1.39.0\n"));
        Assert.Contains("RMP2002 image", Check("image:\n  tag: latest\n"));
    }

    [Theory]
    [InlineData("securityContext:\n  runAsNonRoot: true\n")]
    [InlineData("podSecurityContext:\n  fsGroup: 65532\n")]
    [InlineData("replicaCount: 2\n")]
    [InlineData("image:\n  repository: docker.io/authzed/spicedb\n")]
    public void Check_WhatAFragmentLeavesOut_IsNotHeldAgainstIt(string text) => Assert.Empty(Check(text));

    [Fact]
    public void Check_Messages_SpeakOfNoObjectThatTheFragmentIsNot()
    {
        string[] messages = [.. ValuesFragment.Check(
            ManifestFolder.ReadOne("securityContext:\n  privileged: true\naffinity:\n  nodeAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n      nodeSelectorTerms:\n      - matchExpressions:\n        - {key: workload-type, operator: In, values: [secure]}\n"),
            CheckOptions.Default).Findings.Select(static finding => finding.Message)];

        Assert.NotEmpty(messages);
        Assert.DoesNotContain(messages, static message => message.Contains("Deployment", StringComparison.Ordinal) || message.Contains("'values'", StringComparison.Ordinal));
    }

    private static string[] Check(string text) =>
        [.. ValuesFragment.Check(ManifestFolder.ReadOne(text), CheckOptions.Default).Findings.Select(static finding => $"{finding.Rule.Id} {finding.Path}")];
}

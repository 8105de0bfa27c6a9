using Rampart.Protocol.Values;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Catalogue;
using Rampart.Rules.Waivers;

namespace Rampart.Rules.Tests.Checklists;

public sealed class StandardPointTests
{
    private static readonly PropertyObject Good = Hardened.Deployment();

    private static readonly PropertyObject Bad = Hardened.Edit(
        Hardened.Container("securityContext.capabilities", "{'add': ['SYS_ADMIN'], 'drop': ['ALL']}"),
        ("metadata.name", "'bad'"),
        ("spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation", "true"));

    [Fact]
    public void Of_AllPodsAllowed_IsMet() => Assert.Equal("met: 1 of 1 pod allowed by restricted:latest", Judge(CheckOptions.Default, Good));

    // What is forbidden belongs to other points, too.
    [Theory]
    [InlineData("spec.template.spec.containers[0].securityContext.capabilities", "{'add': ['SYS_ADMIN'], 'drop': ['ALL']}")]
    [InlineData("spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation", "true")]
    [InlineData("spec.template.spec.securityContext.seccompProfile", "{'type': 'Unconfined'}")]
    [InlineData("spec.template.spec.securityContext.appArmorProfile", "{'type': 'Unconfined'}")]
    [InlineData("spec.template.spec.containers[0].securityContext.capabilities.drop", "null")]
    public void Of_ForbiddenPod_IsBrokenWhateverPointTheRuleIsOf(string path, string json)
    {
        string point = Judge(CheckOptions.Default, Good, Hardened.Deployment(("metadata.name", "'bad'"), (path, json)));

        Assert.StartsWith("broken: 1 of 2 pods allowed by restricted:latest; Deployment shop/bad is forbidden: ", point, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ForbiddenPodWithRulesOff_IsBroken()
    {
        CheckOptions off = CheckOptions.Default with
        {
            Severities = new Dictionary<string, DiagnosticSeverity?> { ["RMP1013"] = null, ["RMP1014"] = DiagnosticSeverity.Info },
        };

        Assert.StartsWith("broken: 0 of 1 pod allowed by restricted:latest; Deployment shop/bad is forbidden: ", Judge(off, Bad), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ForbiddenPodWithWaivers_IsWaivedWhenAllIs()
    {
        Waiver[] waivers = [WaiverOf("RMP1013"), WaiverOf("RMP1014")];

        Assert.StartsWith("waived: RMP1013 Deployment shop/bad: ", Judge(CheckOptions.Default with { Waivers = waivers }, Good, Bad), StringComparison.Ordinal);
        Assert.StartsWith("broken: 1 of 2 pods allowed", Judge(CheckOptions.Default with { Waivers = waivers[..1] }, Good, Bad), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Copies_CountOnceWithTheWorst()
    {
        PropertyObject bad = Hardened.Edit(Bad, ("metadata.name", "'app'"));

        Assert.Equal("met: 1 of 1 pod allowed by restricted:latest", Judge(CheckOptions.Default, Good, Good));
        Assert.StartsWith("broken: 0 of 1 pod allowed by restricted:latest; ", Judge(CheckOptions.Default, Good, bad, bad), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_UnknownPod_IsUnknown() => Assert.Equal(
        "unknown: 1 of 2 pods allowed by restricted:latest; RMP1003 Deployment shop/open: spec.template.spec.hostNetwork is not known yet",
        Judge(CheckOptions.Default, Good, Hardened.Deployment(("metadata.name", "'open'"), ("spec.template.spec.hostNetwork", "'?'"))));

    [Fact]
    public void Of_OtherLevel_DoesNotClaimRestricted() => Assert.Equal(
        "not applicable: 1 of 1 pod allowed by baseline:latest, which is not restricted",
        Judge(CheckOptions.Default with { PodSecurity = new LevelVersion(PodSecurityLevel.Baseline, PolicyVersion.Latest) }, Good));

    // The securityContext of the pod says less than its containers, and the namespace neither audits nor warns: hints, no more.
    [Fact]
    public void Of_HintsAlone_IsMet()
    {
        PropertyObject hinted = Hardened.Deployment(
            ("spec.template.spec.securityContext.runAsNonRoot", "null"), ("spec.template.spec.containers[0].securityContext.runAsNonRoot", "true"));
        CheckReport report = Check(CheckOptions.Default, hinted);

        Assert.Contains(report.Findings, static finding => finding.Rule.Point == ChecklistPoint.PodSecurityStandards && finding.Severity == DiagnosticSeverity.Info);
        Assert.Equal(ChecklistState.Met, report.Checklist[0].State);
    }

    private static Waiver WaiverOf(string rule)
    {
        Assert.True(ObjectPattern.TryParse("Deployment/shop/bad", out ObjectPattern? pattern, out _));
        return new Waiver(rule, pattern, "needs it", "team", new DateOnly(2030, 1, 1));
    }

    private static string Judge(CheckOptions options, params PropertyObject[] objects)
    {
        ChecklistItem item = Check(options, objects).Checklist[0];
        return $"{item.State.ToText()}: {item.Evidence}";
    }

    private static CheckReport Check(CheckOptions options, params PropertyObject[] objects) =>
        ObjectChecker.Check(new ObjectSet([.. objects.Select(static item => new KubernetesObject(item))]), options);
}

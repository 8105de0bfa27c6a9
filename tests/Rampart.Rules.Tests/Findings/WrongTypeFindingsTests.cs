using Rampart.Protocol.Values;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Catalogue;
using Rampart.Rules.Tests.Policies;
using Rampart.Rules.Waivers;

namespace Rampart.Rules.Tests.Findings;

public sealed class WrongTypeFindingsTests
{
    private const string Pod = "spec.template.spec";
    private const string Privileged = $"{Pod}.containers[0].securityContext.privileged";

    [Theory]
    [InlineData("spec", "'x'", "spec is a string, not an object")]
    [InlineData("metadata", "[]", "metadata is a list, not an object")]
    [InlineData("spec.template", "5", "template is a number, not an object")]
    [InlineData($"{Pod}.containers", "{'name': 'app'}", "containers is an object, not a list")]
    [InlineData($"{Pod}.containers", "['app']", "containers[0] is a string, not an object")]
    [InlineData($"{Pod}.containers", "[null]", "containers[0] is null, not an object")]
    [InlineData(Privileged, "'true'", "privileged is a string, not a boolean")]
    [InlineData($"{Pod}.securityContext.runAsUser", "'65532'", "runAsUser is a string, not a whole number")]
    [InlineData($"{Pod}.volumes", "[1]", "volumes[0] is a number, not an object")]
    public void Check_WrongType_IsOneErrorAndNothingUnknown(string path, string json, string expected)
    {
        CheckReport report = Check([Hardened.Deployment((path, json))]);

        Finding finding = Assert.Single(report.Findings, finding => finding.Rule.Id == "RMP1203");
        Assert.Equal((FindingVerdict.Broken, DiagnosticSeverity.Error, expected), (finding.Verdict, finding.Severity, finding.Message));
        Assert.Equal([], report.Findings.Where(IsUnknown).Select(other => other.Message));
    }

    [Fact]
    public void Check_WrongType_LeavesPodSecurityAndChecklistUnknown()
    {
        CheckReport report = Check([Hardened.Deployment(($"{Pod}.hostNetwork", "'true'"))]);

        Assert.Equal(PodSecurityVerdict.Unknown, Assert.Single(report.Objects).PodSecurity!.Verdict);
        ChecklistItem point = report.Checklist.Single(item => item.Point == ChecklistPoint.PodSecurityStandards);
        Assert.Equal((ChecklistState.Unknown, $"0 of 1 pod allowed by restricted:latest; RMP1003 Deployment shop/app: {Pod}.hostNetwork is a string, not a boolean"), (point.State, point.Evidence));
    }

    [Fact]
    public void Check_WrongTypeThatIsWaived_DoesNotFailAndStaysUnknown()
    {
        Assert.True(ObjectPattern.TryParse("Deployment/shop/app", out ObjectPattern? pattern, out _));
        Assert.True(PathPrefix.TryParse(Privileged, out PathPrefix? path, out _));
        Waiver waiver = new("RMP1203", pattern, "the operator rewrites it", "platform", new DateOnly(2027, 1, 31)) { Path = path };

        CheckReport report = Check([Hardened.Deployment((Privileged, "'true'"))], CheckOptions.Default with { Waivers = [waiver] });

        Assert.Equal((0, 1), (report.Summary.Errors, report.Summary.Waived));
        Assert.Equal(PodSecurityVerdict.Unknown, Assert.Single(report.Objects).PodSecurity!.Verdict);
        Assert.Equal(ChecklistState.Unknown, report.Checklist.Single(item => item.Point == ChecklistPoint.PodSecurityStandards).State);
        Assert.Equal([], report.Diagnostics);
    }

    [Fact]
    public void Check_RuleIsOff_LeavesWhatEachRuleSays()
    {
        CheckOptions options = CheckOptions.Default with { Severities = new Dictionary<string, DiagnosticSeverity?> { ["RMP1203"] = null } };

        CheckReport report = Check([Hardened.Deployment((Privileged, "'true'"))], options);

        Finding finding = Assert.Single(report.Findings, finding => finding.Rule.Id == "RMP1007");
        Assert.Equal((FindingVerdict.Unknown, $"{Privileged} is a string, not a boolean"), (finding.Verdict, finding.Message));
    }

    [Fact]
    public void Check_NotKnownYet_StaysUnknown()
    {
        CheckReport report = Check([Hardened.Deployment((Privileged, "'?'"), ("metadata.labels", "{'a': 1, 'b': '?'}"))]);

        Assert.Equal(["metadata.labels.a"], report.Findings.Where(finding => finding.Rule.Id == "RMP1203").Select(finding => finding.Path));
        Assert.Single(report.Findings, finding => finding.Rule.Id == "RMP1007" && finding.Verdict == FindingVerdict.Unknown);
    }

    [Fact]
    public void Check_CustomResource_TellsWhatRulesCannotReadOnce()
    {
        PropertyObject policy = Hardened.Edit(PolicyObjects.Kyverno(), ("spec", "'x'"));

        CheckReport report = Check([policy]);

        Finding[] wrong = [.. report.Findings.Where(finding => finding.Rule.Id == "RMP1203")];
        Assert.True(wrong.Length <= 1);
        Assert.All(wrong, finding => Assert.Equal("spec is a string, not an object", finding.Message));
        Assert.DoesNotContain(report.Findings, finding => finding.Verdict == FindingVerdict.Unknown && finding.Message.StartsWith("spec", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_ManyObjects_TellsEachOnce()
    {
        PropertyObject[] objects = [.. Enumerable.Range(0, 600).Select(i => Hardened.Deployment(("metadata.name", $"'app-{i}'"), ("spec", "'x'")))];

        CheckReport report = Check(objects);

        Assert.Equal(600, report.Findings.Count(finding => finding.Rule.Id == "RMP1203"));
    }

    [Fact]
    public void CheckAlone_WrongType_IsOneError()
    {
        IReadOnlyList<Finding> findings = ObjectChecker.CheckAlone(new KubernetesObject(Hardened.Deployment(("spec.template", "'x'"))));

        Assert.Equal(
            ["RMP1203"],
            findings.Where(finding => finding.Verdict == FindingVerdict.Broken && finding.Severity == DiagnosticSeverity.Error).Select(finding => finding.Rule.Id));
        Assert.DoesNotContain(findings, IsUnknown);
    }

    [Fact]
    public void Check_NoContainers_ChecklistDoesNotTickThem()
    {
        CheckReport report = Check([Hardened.Pod("containers", "[]")]);

        Assert.DoesNotContain(report.Checklist, item => item.Evidence.Contains("0 containers", StringComparison.Ordinal));
        ChecklistItem point = report.Checklist.Single(item => item.Point == ChecklistPoint.NonRootContainers);
        Assert.Equal((ChecklistState.NotApplicable, "no pod has containers"), (point.State, point.Evidence));
    }

    [Fact]
    public void Check_OneWorkloadWithoutContainers_IsNotCounted()
    {
        CheckReport report = Check([Hardened.Deployment(), Hardened.Deployment(("metadata.name", "'other'"), ($"{Pod}.containers", "null"))]);

        ChecklistItem point = report.Checklist.Single(item => item.Point == ChecklistPoint.CapabilitiesDropped);
        Assert.Equal((ChecklistState.Met, "ALL dropped in 1 container of 1 workload"), (point.State, point.Evidence));
    }

    // Two rules compare fields, and name the one that is right beside the one that is wrong.
    private static bool IsUnknown(Finding finding) => finding.Verdict == FindingVerdict.Unknown && finding.Rule.Id is not ("RMP1126" or "RMP4011");

    private static CheckReport Check(PropertyObject[] objects, CheckOptions? options = null) =>
        ObjectChecker.Check(new ObjectSet([.. objects.Select(item => new KubernetesObject(item))]), options);
}

using Rampart.Rules.Checklists;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Catalogue;
using Rampart.Rules.Waivers;

namespace Rampart.Rules.Tests.Waivers;

public sealed class WaiverLedgerTests
{
    private const string Spec = "spec.template.spec";

    [Theory]
    [InlineData("containers[0]", "c", "d")]
    [InlineData("containers[1]", "d", "c")]
    public void Apply_WaiverOfOneContainer_LeavesTheOtherBroken(string path, string waived, string broken)
    {
        CheckReport report = Check("allowPrivilegeEscalation", $"{Spec}.{path}", ($"{Spec}.containers", "[{'name': 'c'}, {'name': 'd'}]"));

        Assert.Equal([Escalation(waived)], Messages(report, isWaived: true));
        Assert.Equal([Escalation(broken)], Messages(report, isWaived: false));
        Assert.Equal(1, report.Summary.Waived);
        Assert.True(report.Summary.Errors > 0);
        Assert.Empty(report.Diagnostics);
        Assert.Equal(
            (ChecklistState.Broken, true),
            (PointOf(report).State, PointOf(report).Evidence.Contains(Escalation(broken), StringComparison.Ordinal)));
    }

    [Fact]
    public void Apply_WaiverOfAll_CoversEachAndTheChecklistSaysSo()
    {
        CheckReport report = Check("procMount_restricted", "", ($"{Spec}.containers[0].securityContext.procMount", "'Unmasked'"));

        Assert.Empty(Messages(report, isWaived: false));
        ChecklistItem point = report.Checklist.Single(item => item.Point == ChecklistPoint.PodSecurityStandards);
        Assert.Equal(ChecklistState.Waived, point.State);
    }

    [Theory]
    [InlineData("hostPID", "hostPID=true", "hostIPC=true")]
    [InlineData("hostIPC", "hostIPC=true", "hostPID=true")]
    public void Apply_WaiverOfOneNamespace_LeavesTheOtherBroken(string field, string waived, string broken)
    {
        CheckReport report = Check("hostNamespaces", $"{Spec}.{field}", ($"{Spec}.hostPID", "true"), ($"{Spec}.hostIPC", "true"));

        Assert.Equal([$"host namespaces ({waived})"], Messages(report, isWaived: true));
        Assert.Equal([$"host namespaces ({broken})"], Messages(report, isWaived: false));
    }

    [Fact]
    public void Apply_WaiverOfHalfAStep_CoversNothing()
    {
        CheckReport report = Check("hostNamespaces", $"{Spec}.host", ($"{Spec}.hostPID", "true"));

        Assert.Empty(Messages(report, isWaived: true));
        Assert.Equal([WaiverDiagnosticIds.Unused], report.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void Apply_WaiverOfOneOfManyContainers_DoesNotCoverThoseWhoseNumbersStartAlike()
    {
        string containers = string.Join(", ", Enumerable.Range(0, 12).Select(i => $"{{'name': 'c{i}'}}"));

        CheckReport report = Check("allowPrivilegeEscalation", $"{Spec}.containers[1]", ($"{Spec}.containers", $"[{containers}]"));

        Assert.Equal([Escalation("c1")], Messages(report, isWaived: true));
        Assert.Equal(11, Messages(report, isWaived: false).Length);
    }

    [Fact]
    public void Apply_WaiverOfAContainer_DoesNotHideThatAnotherIsNotKnown()
    {
        CheckReport report = Check(
            "privileged",
            $"{Spec}.containers[0]",
            ($"{Spec}.containers[0].securityContext.privileged", "true"),
            ($"{Spec}.initContainers", "[{'name': 'i', 'securityContext': {'privileged': '?'}}]"));

        Assert.Single(Messages(report, isWaived: true));
        Assert.Equal(
            [$"{Spec}.initContainers[0].securityContext.privileged is not known yet"],
            report.Findings.Where(finding => finding.Rule.Name == "privileged" && finding.Verdict == FindingVerdict.Unknown).Select(finding => finding.Message));
    }

    [Fact]
    public void Apply_Waiver_LeavesWhatUpstreamSaysAsItIs()
    {
        CheckReport report = Check("allowPrivilegeEscalation", $"{Spec}.containers[0]", ($"{Spec}.containers", "[{'name': 'c'}, {'name': 'd'}]"));

        Assert.StartsWith(
            "allowPrivilegeEscalation != false (containers \"c\", \"d\" must set securityContext.allowPrivilegeEscalation=false), ",
            Assert.Single(report.Objects).PodSecurity!.Detail,
            StringComparison.Ordinal);
    }

    private static ChecklistItem PointOf(CheckReport report) => report.Checklist.Single(item => item.Point == ChecklistPoint.NonRootContainers);

    private static string Escalation(string container) =>
        $"allowPrivilegeEscalation != false (container \"{container}\" must set securityContext.allowPrivilegeEscalation=false)";

    private static CheckReport Check(string rule, string path, params (string Path, string Json)[] changes)
    {
        Assert.True(Rules.Catalogue.RuleCatalogue.TryFind(rule, out Rules.Findings.Rule? found));
        Assert.True(ObjectPattern.TryParse("Deployment/shop/app", out ObjectPattern? pattern, out _));
        Waiver waiver = new(found.Id, pattern, "reason", "owner", new DateOnly(2027, 1, 31)) { Path = PrefixOf(path) };
        return ObjectChecker.Check(new ObjectSet([new KubernetesObject(Hardened.Deployment(changes))]), new CheckOptions { Waivers = [waiver] });
    }

    private static PathPrefix PrefixOf(string path) =>
        path.Length > 0 && PathPrefix.TryParse(path, out PathPrefix? prefix, out _) ? prefix : PathPrefix.Everything;

    private static string[] Messages(CheckReport report, bool isWaived)
    {
        string rule = Assert.Single(report.Options.Waivers).RuleId;
        return
        [
            .. report.Findings
                .Where(finding => finding.Rule.Id == rule && finding.Verdict == FindingVerdict.Broken && finding.Waiver is not null == isWaived)
                .Select(finding => finding.Message),
        ];
    }
}

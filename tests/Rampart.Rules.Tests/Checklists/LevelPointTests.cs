using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Checklists;

public sealed class LevelPointTests
{
    [Theory]
    [InlineData(ChecklistPoint.NonRootContainers)]
    [InlineData(ChecklistPoint.CapabilitiesDropped)]
    [InlineData(ChecklistPoint.SeccompProfile)]
    public void Of_LevelThatDoesNotAskForAPoint_ClaimsNothing(ChecklistPoint point)
    {
        CheckOptions baseline = CheckOptions.Default with { PodSecurity = new LevelVersion(PodSecurityLevel.Baseline, PolicyVersion.Latest) };

        Assert.Equal((ChecklistState.Met, ChecklistState.NotApplicable), (Judge(point, CheckOptions.Default).State, Judge(point, baseline).State));
        Assert.Equal("baseline:latest does not ask for it", Judge(point, baseline).Evidence);
    }

    [Fact]
    public void Of_DecidingRuleOff_ClaimsNothing()
    {
        CheckOptions off = CheckOptions.Default with { Severities = new Dictionary<string, DiagnosticSeverity?> { ["RMP1014"] = null } };

        Assert.Equal("RMP1014 capabilities_restricted is off", Judge(ChecklistPoint.CapabilitiesDropped, off).Evidence);
    }

    private static ChecklistItem Judge(ChecklistPoint point, CheckOptions options) =>
        ObjectChecker.Check(new ObjectSet([new KubernetesObject(Hardened.Deployment())]), options).Checklist.Single(item => item.Point == point);
}

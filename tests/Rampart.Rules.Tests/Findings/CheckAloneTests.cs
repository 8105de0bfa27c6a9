using Rampart.Rules.Catalogue;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Findings;

public sealed class CheckAloneTests
{
    [Fact]
    public void CheckAlone_HardenedWorkload_FindsNothing()
    {
        IReadOnlyList<Finding> findings = ObjectChecker.CheckAlone(new KubernetesObject(Hardened.Deployment()));

        // What is left is about the pod itself: its requests are not its limits.
        Assert.Equal(["RMP3021 quality-of-service"], findings.Select(finding => $"{finding.Rule}"));
    }

    [Fact]
    public void CheckAlone_BrokenWorkload_FindsWhatItShowsItself()
    {
        IReadOnlyList<Finding> findings = ObjectChecker.CheckAlone(new KubernetesObject(Hardened.Deployment(
            ("spec.template.spec.containers[0].securityContext.privileged", "true"),
            ("spec.template.spec.containers[0].image", "'nginx'"),
            ("spec.template.spec.hostPID", "true"))));

        Assert.Equal(["RMP1003", "RMP1007", "RMP1120", "RMP1121", "RMP2002"], findings.Where(f => f.Severity == Diagnostics.DiagnosticSeverity.Error).Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void Check_SameWorkload_FindsAtLeastAsMuch()
    {
        KubernetesObject item = new(Hardened.Deployment(("spec.template.spec.containers[0].securityContext", "null")));

        IEnumerable<string> alone = ObjectChecker.CheckAlone(item).Select(finding => finding.Rule.Id + finding.Path);
        IEnumerable<string> all = ObjectChecker.Check(new ObjectSet([item])).Findings.Select(finding => finding.Rule.Id + finding.Path);

        Assert.Subset(all.ToHashSet(), alone.ToHashSet());
    }

    [Fact]
    public void NeedsOtherObjects_RulesAboutContainers_DoNot() =>
        Assert.All(RuleCatalogue.All.OfType<ContainerRule>(), rule => Assert.False(rule.NeedsOtherObjects, rule.ToString()));
}

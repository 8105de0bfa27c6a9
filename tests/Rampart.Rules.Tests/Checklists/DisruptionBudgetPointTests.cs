using Rampart.Protocol.Values;
using Rampart.Rules.Checklists;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Availability;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Checklists;

public sealed class DisruptionBudgetPointTests
{
    public static TheoryData<string, PropertyObject[], string> Cases => new()
    {
        { "no scale", [AvailabilityObjects.Job()], "not applicable: nothing keeps a number of pods" },
        { "one pod", [Hardened.Deployment(("spec.replicas", "1"))], "not applicable: nothing keeps several pods" },
        { "one pod with a budget", [Hardened.Deployment(("spec.replicas", "1")), AvailabilityObjects.Budget()], "met: 1 budget leaves room for a drain" },
        { "three pods", [Hardened.Deployment()], "broken: RMP4001 Deployment shop/app: no disruption budget selects the 3 pods of Deployment shop/app" },
        { "three pods with a budget", [Hardened.Deployment(), AvailabilityObjects.Budget()], "met: 1 budget leaves room for a drain" },
        {
            "two pods by autoscaler",
            [Hardened.Deployment(("spec.replicas", "1")), AvailabilityObjects.Autoscaler()],
            "broken: RMP4001 Deployment shop/app: no disruption budget selects the 2 pods of Deployment shop/app"
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Check_Objects_JudgesThePoint(string name, PropertyObject[] objects, string expected)
    {
        CheckReport report = ObjectChecker.Check(new ObjectSet([.. objects.Select(item => new KubernetesObject(item))]));

        ChecklistItem item = report.Checklist.Single(candidate => candidate.Point == ChecklistPoint.DisruptionBudgets);
        Assert.True(expected == $"{item.State.ToText()}: {item.Evidence}", $"{name}: {item.State.ToText()}: {item.Evidence}");
    }
}

using Rampart.Protocol.Values;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Availability;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Checklists;

public sealed class ClaimTests
{
    public static TheoryData<string, ChecklistPoint, PropertyObject[], string> Cases => new()
    {
        { "two copies of a budget", ChecklistPoint.DisruptionBudgets, [Hardened.Deployment(), AvailabilityObjects.Budget(), AvailabilityObjects.Budget()],
            "met: 1 budget leaves room for a drain" },
        { "a budget that chooses nothing", ChecklistPoint.DisruptionBudgets,
            [Hardened.Deployment(("spec.replicas", "1")), AvailabilityObjects.Budget(("spec.selector.matchLabels", "{'app': 'gone'}"))],
            "not applicable: no budget chooses pods that it could keep" },
        { "two copies of a Deployment", ChecklistPoint.ReadOnlyRootFilesystem, [Hardened.Deployment(), Hardened.Deployment()],
            "met: the image cannot be written to in 1 container of 1 workload" },
        { "a channel", ChecklistPoint.SpecificImageTags, [Hardened.Container("image", "'registry.example.com/shop/app:main'")],
            "broken: RMP2002 Deployment shop/app: image 'registry.example.com/shop/app:main' of container 'app' has the tag 'main', which moves" },
        { "no image", ChecklistPoint.SpecificImageTags, [Hardened.Container("image", "null")],
            "broken: RMP2001 Deployment shop/app: container 'app' has no image" },
        { "users of the pod's own", ChecklistPoint.NonRootContainers,
            [Hardened.Deployment(("spec.template.spec.hostUsers", "false"), ("spec.template.spec.securityContext.runAsNonRoot", "null"), ("spec.template.spec.containers[0].securityContext.runAsNonRoot", "null"))],
            "met: root cannot run in 0 containers, and is nobody outside of 1 more with users of their own" },
        { "a hint", ChecklistPoint.ReadOnlyRootFilesystem, [Hardened.Container("volumeMounts", "null")],
            "met: the image cannot be written to in 1 container of 1 workload" },
        { "a hint that is the claim", ChecklistPoint.ImageScanning, [Hardened.Deployment()],
            "broken: RMP2041 Deployment shop/app: nothing in these objects shows that images are scanned for vulnerabilities" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_Objects_ClaimsNoMoreThanIsShown(string name, ChecklistPoint point, PropertyObject[] objects, string expected)
    {
        string actual = Judge(point, CheckOptions.Default, objects);

        Assert.True(expected == actual, $"{name}: {actual}");
    }

    [Theory]
    [InlineData("RMP3013", ChecklistPoint.ResourceLimits, "RMP3013 cpu-limit is off")]
    [InlineData("RMP2001", ChecklistPoint.SpecificImageTags, "RMP2001 image-reference is off")]
    [InlineData("RMP4001", ChecklistPoint.DisruptionBudgets, "RMP4001 disruption-budget-missing is off")]
    public void Of_OneOfTheDecidingRulesOff_ClaimsNothing(string rule, ChecklistPoint point, string expected) => Assert.Equal(
        $"not applicable: {expected}",
        Judge(point, CheckOptions.Default with { Severities = new Dictionary<string, DiagnosticSeverity?> { [rule] = null } }, Hardened.Deployment()));

    private static string Judge(ChecklistPoint point, CheckOptions options, params PropertyObject[] objects)
    {
        ChecklistItem item = ObjectChecker.Check(new ObjectSet([.. objects.Select(static each => new KubernetesObject(each))]), options)
            .Checklist.Single(candidate => candidate.Point == point);
        return $"{item.State.ToText()}: {item.Evidence}";
    }
}

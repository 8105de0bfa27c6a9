using Rampart.Protocol.Values;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Scheduling;
using Rampart.Rules.Tests.Availability;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Scheduling;

public sealed class SpreadFeasibilityTests
{
    private const string Own = "'labelSelector': {'matchLabels': {'app.kubernetes.io/instance': 'app'}}, 'whenUnsatisfiable': 'DoNotSchedule'";

    private const string ByNode = $"{{'topologyKey': 'kubernetes.io/hostname', 'maxSkew': 1, 'matchLabelKeys': ['pod-template-hash'], {Own}}}";

    private const string ByZone = $"{{'topologyKey': 'topology.kubernetes.io/zone', 'maxSkew': 1, 'matchLabelKeys': ['pod-template-hash'], {Own}}}";

    private const string ByZoneWithOldPods = $"{{'topologyKey': 'topology.kubernetes.io/zone', 'maxSkew': 1, {Own}}}";

    private const string FourNodes = $"{{'topologyKey': 'kubernetes.io/hostname', 'maxSkew': 1, 'minDomains': 4, {Own}}}";

    // constraints, replicas, nodes by zone, verdict
    public static TheoryData<string, int, string, string> Cases => new()
    {
        { ByNode, 3, "a=3", "3 pods on 3 nodes in 1 zone: fits" },
        { ByNode, 30, "a=1 b=1", "30 pods on 2 nodes in 2 zones: fits" },
        { ByNode, 1, "=1", "1 pod on 1 node without zones: fits" },
        { ByZone, 3, "=3", "3 pods on 3 nodes without zones: does not fit, none can be placed" },
        { ByZone, 3, "a=0 b=0", "3 pods on 0 nodes without zones: does not fit, none can be placed" },
        { ByZone, 7, "a=1 b=5", "7 pods on 6 nodes in 2 zones: fits" },
        { ByZoneWithOldPods, 3, "a=1 b=1", "4 pods (1 of them during a rollout) on 2 nodes in 2 zones: fits" },
        { FourNodes, 3, "a=1 b=1 c=1", "4 pods (1 of them during a rollout) on 3 nodes in 3 zones: does not fit, only 3 can be placed" },
        { FourNodes, 3, "a=2 b=1 c=1", "4 pods (1 of them during a rollout) on 4 nodes in 3 zones: fits" },
        { $"{ByNode}, {ByZone}", 3, "a=1 b=3", "3 pods on 4 nodes in 2 zones: fits" },
        { $"{ByNode}, {ByZone}", 4, "a=1 b=3", "4 pods on 4 nodes in 2 zones: does not fit, only 3 can be placed" },
        { $"{ByNode}, {ByZone}", 5, "a=1 b=3", "5 pods on 4 nodes in 2 zones: does not fit, only 3 can be placed" },
        { $"{ByNode}, {ByZoneWithOldPods}", 3, "a=1 b=3", "4 pods (1 of them during a rollout) on 4 nodes in 2 zones: fits" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Judge_HardConstraints_CountsWhatCanBePlaced(string constraints, int replicas, string zones, string expected)
    {
        PropertyObject deployment = Hardened.Deployment(
            ("spec.template.spec.topologySpreadConstraints", $"[{constraints}]"),
            ("spec.replicas", FormattableString.Invariant($"{replicas}")));

        SpreadVerdict verdict = Assert.Single(SpreadFeasibility.Judge(Set(deployment), Nodes(zones)));

        Assert.Equal(expected, verdict.ToString());
        Assert.Equal(expected.EndsWith("fits", StringComparison.Ordinal), verdict.Fits);
    }

    [Theory]
    [InlineData("topologySpreadConstraints", "null")]
    [InlineData("topologySpreadConstraints", "'?'")]
    [InlineData("topologySpreadConstraints", "[{'topologyKey': 'rack', 'maxSkew': 1, 'whenUnsatisfiable': 'DoNotSchedule', 'labelSelector': {}}]")]
    [InlineData("topologySpreadConstraints[0].whenUnsatisfiable", "'ScheduleAnyway'")]
    public void Judge_NothingToJudge_GivesNoVerdict(string field, string json) =>
        Assert.Empty(SpreadFeasibility.Judge(Set(Hardened.Pod(field, json)), Nodes("a=1")));

    [Fact]
    public void Judge_NothingKnownOfNodes_GivesNoVerdict() =>
        Assert.Empty(SpreadFeasibility.Judge(Set(Hardened.Pod("topologySpreadConstraints", $"[{ByZone}]")), ClusterInventory.Unknown));

    [Fact]
    public void Judge_Autoscaler_CountsTheLargestScale()
    {
        ObjectSet set = Set(
            Hardened.Pod("topologySpreadConstraints", $"[{FourNodes}]"),
            AvailabilityObjects.Autoscaler(("spec.maxReplicas", "9")));

        Assert.Equal(
            "10 pods (1 of them during a rollout) on 2 nodes in 1 zone: does not fit, only 2 can be placed",
            Assert.Single(SpreadFeasibility.Judge(set, Nodes("a=2"))).ToString());
    }

    private static ObjectSet Set(params PropertyObject[] objects) => new([.. objects.Select(item => new KubernetesObject(item))]);

    private static ClusterInventory Nodes(string zones) => new()
    {
        NodesByZone = zones.Split(' ').Select(zone => zone.Split('=')).ToDictionary(
            parts => parts[0], parts => int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal),
    };
}

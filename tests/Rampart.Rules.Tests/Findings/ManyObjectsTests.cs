using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;
using Rampart.Rules.Resources;

namespace Rampart.Rules.Tests.Findings;

/// <summary>Many objects of one namespace: what repeats is told once, and says how often.</summary>
public sealed class ManyObjectsTests
{
    private const string Limits = "'limits': {'cpu': '500m', 'memory': '64Mi'}";

    [Fact]
    public void QuotasThatRejectTheSamePodsAreToldOnceForEachPod()
    {
        Finding[] findings = Check(
            "RMP3036",
            [
                .. Many(20, static i => Pod(i, "'requests': {'cpu': '1m', 'memory': '1Mi'}")),
                .. Many(1000, static i => Object("v1", "ResourceQuota", i, "'hard': {'limits.cpu': '20'}")),
            ]);

        Assert.Equal(20, findings.Length);
        Assert.All(findings, static finding => Assert.Contains("and 999 more reject the pods", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void QuotasThatDifferTellTheirOwnShortageAndNoMore()
    {
        KubernetesObject[] objects =
        [
            .. Many(20, static i => Pod(i, Limits)),
            .. Many(1000, static i => Object("v1", "ResourceQuota", i, $"'hard': {{'limits.cpu': '{i + 1}m'}}")),
        ];

        Assert.Equal(1000, Check("RMP3035", objects).Length);
        Assert.Empty(Check("RMP3036", objects));

        CheckReport report = ObjectChecker.Check(new ObjectSet(objects));
        Assert.Equal(1000, report.Verdicts.Value.Count);
        Assert.All(report.Verdicts.Value, static verdict => Assert.InRange(verdict.Text.Length, 1, 200));
        Assert.All(Check("RMP3035", objects), static finding => Assert.InRange(finding.Message.Length, 1, 300));
    }

    [Fact]
    public void LimitRangesThatRejectForTheSameReasonAreToldOnceForEachPod()
    {
        Finding[] findings = Check("RMP3044", [.. Many(20, static i => Pod(i, Limits)), .. Many(1000, static i => LimitRange(i, "250m"))]);

        Assert.Equal(20, findings.Length);
        Assert.All(findings, static finding => Assert.Contains("and 999 more reject the pods", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void OfLimitRangesThatDifferThreeAreToldForEachPodAndTheOthersAreCounted()
    {
        Finding[] findings = Check("RMP3044", [.. Many(20, static i => Pod(i, Limits)), .. Many(1000, static i => LimitRange(i, $"{(i + 1) * 100}u"))]);

        Assert.Equal(20 * 4, findings.Length);
        Assert.Equal(20, findings.Count(static finding => finding.Message == "997 more LimitRanges of the namespace reject the pods by their max"));
        Assert.Equal(
            20 * 3, findings.Count(static finding => finding.Message.StartsWith("LimitRange shop/", StringComparison.Ordinal) && finding.Path.StartsWith("spec.containers[0].resources.limits", StringComparison.Ordinal)));
    }

    [Fact]
    public void PodsThatAskForTheSameAreComparedWithLimitRangesOnce()
    {
        NamespaceLimits limits = new([LimitRange(0, "250m")]);
        LimitVerdict[] verdicts =
        [
            .. new[] { Pod(0, Limits), Pod(1, Limits), Pod(2, "'limits': {'cpu': '400m'}") }.Select(pod =>
            {
                Assert.True(PodResourcesReader.TryRead(pod.Workload!, out PodResources? resources, out _));
                return limits.Judge(pod.Workload!, resources);
            }),
        ];

        Assert.Same(verdicts[0], verdicts[1]);
        Assert.NotSame(verdicts[0], verdicts[2]);
    }

    [Fact]
    public void EachPodIsAskedForAPropertyOnceHoweverManySelectorsAsk()
    {
        int asked = 0;
        bool IsCounted(Workload workload)
        {
            asked++;
            return workload.Object.Name != "x3";
        }

        Func<Workload, bool> property = IsCounted;
        KubernetesObject[] pods = [.. Many(100, static i => Pod(i, Limits))];
        PodPlace place = new([.. pods.Select(static pod => pod.Workload!)]);
        for (int i = 0; i < 100; i++)
        {
            Field selector = new(ManifestText.Value($"{{'matchExpressions': [{{'key': 'name', 'operator': 'NotIn', 'values': ['x{i}']}}]}}"));
            Assert.Equal(i == 3 ? 99 : 98, place.Select(selector, isPlain: false).Chosen(property).Count());
        }

        Assert.Equal(100, asked);
    }

    [Theory]
    [InlineData(77, "", 0)]
    [InlineData(78, "", 40)]
    [InlineData(78, "DaemonSet", 0)]
    public void BudgetsThatChooseManyCountTheLowestScaleOfAllOfThem(int atLeast, string other, int broken)
    {
        // Each budget chooses 39 of 40 Deployments, with 78 pods; jobs do not count, and a DaemonSet has as many pods as there are nodes.
        KubernetesObject[] others = other.Length == 0 ? [] : [Scaled("apps/v1", other, 1000, 1)];
        Finding[] findings = Check(
            "RMP4101",
            [
                .. Many(40, static i => Scaled("apps/v1", "Deployment", i, 2)),
                .. Many(40, static i => Scaled("batch/v1", "Job", i + 100, 7)),
                .. others,
                .. Many(40, i => Object("policy/v1", "PodDisruptionBudget", i, $"'minAvailable': {atLeast}, 'selector': {{'matchExpressions': [{{'key': 'name', 'operator': 'NotIn', 'values': ['x{i}']}}]}}")),
            ]);

        Assert.Equal(broken, findings.Length);
    }

    private static Finding[] Check(string rule, KubernetesObject[] objects) =>
        [.. ObjectChecker.Check(new ObjectSet(objects)).Objects.SelectMany(static item => item.Findings).Where(finding => finding.Rule.Id == rule)];

    private static IEnumerable<KubernetesObject> Many(int count, Func<int, KubernetesObject> make) => Enumerable.Range(0, count).Select(make);

    private static KubernetesObject Pod(int index, string resources) => new(ManifestText.Object(
        $"{{'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {{'name': 'x{index}', 'namespace': 'shop', 'labels': {{'name': 'x{index}'}}}}, "
        + $"'spec': {{'containers': [{{'name': 'app', 'image': 'a', 'resources': {{{resources}}}}}]}}}}"));

    private static KubernetesObject Scaled(string version, string kind, int index, int replicas) => new(ManifestText.Object(
        $"{{'apiVersion': '{version}', 'kind': '{kind}', 'metadata': {{'name': 'x{index}', 'namespace': 'shop'}}, 'spec': {{'replicas': {replicas}, "
        + $"'template': {{'metadata': {{'labels': {{'name': 'x{index}'}}}}, 'spec': {{'containers': [{{'name': 'app', 'image': 'a'}}]}}}}}}}}"));

    private static KubernetesObject LimitRange(int index, string most) =>
        Object("v1", "LimitRange", index, $"'limits': [{{'type': 'Container', 'max': {{'cpu': '{most}'}}}}]");

    private static KubernetesObject Object(string version, string kind, int index, string spec) => new(ManifestText.Object(
        $"{{'apiVersion': '{version}', 'kind': '{kind}', 'metadata': {{'name': 'x{index}', 'namespace': 'shop'}}, 'spec': {{{spec}}}}}"));
}

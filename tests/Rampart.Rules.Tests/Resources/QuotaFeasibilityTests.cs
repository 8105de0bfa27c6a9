using Rampart.Rules.Availability;
using Rampart.Rules.Resources;

namespace Rampart.Rules.Tests.Resources;

public sealed class QuotaFeasibilityTests
{
    private const string GuidePod = "cpu=2 memory=4Gi | cpu=2 memory=4Gi";
    private const string GuideQuota = "requests.cpu=10 requests.memory=20Gi limits.cpu=20 limits.memory=40Gi pods=20";

    // name, quota, pod, replicas, autoscaler maximum, surge, verdicts
    public static TheoryData<string, string, string, int, int?, string, string[]> Quotas => new()
    {
        {
            "the guide's quota holds five of its pods", GuideQuota, GuidePod, 5, null, "0",
            [
                "limits.cpu: fits, 50% left", "limits.memory: fits, 50% left", "pods: fits, 75% left",
                "requests.cpu: fits, 0% left", "requests.memory: fits, 0% left",
            ]
        },
        {
            "a surge of one is too much for it", GuideQuota, GuidePod, 5, null, "1",
            [
                "limits.cpu: fits, 40% left", "limits.memory: fits, 40% left", "pods: fits, 70% left",
                "requests.cpu: does not fit: short by 2 of requests.cpu",
                "requests.memory: does not fit: short by 4Gi of requests.memory",
            ]
        },
        {
            "the autoscaler's maximum counts", "cpu=10", "cpu=500m", 3, 20, "25%",
            ["cpu: does not fit: short by 2500m of cpu"]
        },
        {
            "replicas above the autoscaler's maximum count", "pods=10", "cpu=500m", 8, 4, "0",
            ["pods: fits, 20% left"]
        },
        {
            "a share of the surge is rounded up", "count/pods=4", "cpu=1", 3, null, "25%",
            ["count/pods: fits, 0% left"]
        },
        {
            "init containers and sidecars count", "requests.memory=3Gi", "memory=1Gi; sidecar: memory=512Mi; init: memory=2Gi", 1, null, "0",
            ["requests.memory: fits, 16% left"]
        },
        {
            "a limit is a request", "memory=1Gi requests.memory=1Gi", "| memory=600Mi", 2, null, "0",
            ["memory: does not fit: short by 176Mi of memory", "requests.memory: does not fit: short by 176Mi of requests.memory"]
        },
        {
            "ephemeral storage", "ephemeral-storage=2Gi requests.ephemeral-storage=1Gi limits.ephemeral-storage=4Gi",
            "ephemeral-storage=500Mi | ephemeral-storage=1Gi", 3, null, "0",
            [
                "ephemeral-storage: fits, 26% left", "limits.ephemeral-storage: fits, 25% left",
                "requests.ephemeral-storage: does not fit: short by 476Mi of requests.ephemeral-storage",
            ]
        },
        {
            "extended resources and huge pages", "requests.nvidia.com/gpu=2 hugepages-2Mi=8Mi requests.hugepages-2Mi=4Mi",
            "nvidia.com/gpu=1 hugepages-2Mi=4Mi", 2, null, "0",
            [
                "hugepages-2Mi: fits, 0% left", "requests.hugepages-2Mi: does not fit: short by 4Mi of requests.hugepages-2Mi",
                "requests.nvidia.com/gpu: fits, 0% left",
            ]
        },
        {
            "nothing needed", "requests.nvidia.com/gpu=2 pods=0", "", 0, null, "0",
            ["pods: fits, 0% left", "requests.nvidia.com/gpu: fits, 100% left"]
        },
        {
            "objects that nobody counted", "services=5 requests.storage=10Gi", "", 1, null, "0",
            ["requests.storage: not counted", "services: not counted"]
        },
    };

    // quota, pod, what is unset
    public static TheoryData<string, string, string?> Unset => new()
    {
        { "requests.cpu=1 pods=5", "cpu=1", null },
        { "requests.cpu=1 pods=5", "| cpu=1", null },
        { "limits.cpu=1", "cpu=1; init: | cpu=1; cpu=1", "w: must specify limits.cpu for: a,c" },
        { "cpu=1 memory=1Gi limits.memory=1Gi", "cpu=1", "w: must specify limits.memory for: a; memory for: a" },
        { "limits.ephemeral-storage=1Gi", "cpu=1", null },
        { "limits.cpu=9", "cpu=1; pod: cpu=1", null },
    };

    [Theory, MemberData(nameof(Quotas))]
    public void Compute_Workload_GivesAVerdictPerResource(
        string name, string quota, string pod, int replicas, int? autoscalerMax, string surge, string[] expected)
    {
        Assert.True(IntOrPercent.TryParse(surge, out IntOrPercent parsed, out _));
        QuotaWorkload workload = new("w", PodSketch.Pod(pod), replicas) { AutoscalerMax = autoscalerMax, Update = new RollingUpdate(parsed, default, 0, 0) };

        QuotaFeasibility feasibility = QuotaFeasibility.Compute(PodSketch.List(quota), [workload]);

        Assert.Equal(expected, feasibility.Verdicts.Select(verdict => $"{verdict.Resource}: {verdict}"));
        Assert.True(feasibility.Verdicts.All(v => v.Fits) == !expected.Any(line => line.Contains("does not fit")), name);
    }

    [Fact]
    public void Compute_DeploymentAndJobs_AddUp()
    {
        QuotaWorkload deployment = new("deployment/spicedb", PodSketch.Pod("cpu=2 | cpu=2"), 3) { Update = new RollingUpdate(IntOrPercent.Count(1), default, 0, 0) };
        QuotaWorkload job = new("job/migrate", PodSketch.Pod("cpu=500m | cpu=1"), 1);
        ResourceList hard = PodSketch.List("requests.cpu=8500m limits.cpu=8 pods=6 persistentvolumeclaims=2 count/secrets=1");
        ResourceList objects = PodSketch.List("persistentvolumeclaims=1 count/secrets=2");

        QuotaFeasibility feasibility = QuotaFeasibility.Compute(hard, [deployment, job], objects);

        Assert.False(feasibility.Fits);
        Assert.Empty(feasibility.Unset);
        Assert.Equal(
            [
                "count/secrets: does not fit: short by 1 of count/secrets",
                "limits.cpu: does not fit: short by 1 of limits.cpu",
                "persistentvolumeclaims: fits, 50% left",
                "pods: fits, 16% left",
                "requests.cpu: fits, 0% left",
            ],
            feasibility.Verdicts.Select(verdict => $"{verdict.Resource}: {verdict}"));
    }

    [Theory, MemberData(nameof(Unset))]
    public void Compute_ContainerWithoutWhatTheQuotaAsks_IsDenied(string quota, string pod, string? expected)
    {
        QuotaFeasibility feasibility = QuotaFeasibility.Compute(PodSketch.List(quota), [new("w", PodSketch.Pod(pod), 1)]);

        Assert.Equal(expected is null ? [] : [expected], feasibility.Unset);
        Assert.Equal(expected is null && feasibility.Verdicts.All(v => v.Fits), feasibility.Fits);
    }
}

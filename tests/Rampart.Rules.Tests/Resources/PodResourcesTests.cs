using Rampart.Rules.Resources;

namespace Rampart.Rules.Tests.Resources;

public sealed class PodResourcesTests
{
    // name, pod, requests, limits
    public static TheoryData<string, string, string, string> Pods => new()
    {
        { "one container", "cpu=500m memory=1Gi | memory=2Gi", "cpu=500m memory=1Gi", "memory=2Gi" },
        { "containers add up", "cpu=500m; cpu=250m memory=1Gi", "cpu=750m memory=1Gi", "" },
        { "init container below the sum", "cpu=1; init: cpu=500m", "cpu=1", "" },
        { "init container above the sum", "cpu=1; cpu=1; init: cpu=3; init: cpu=2500m", "cpu=3", "" },
        { "init containers do not add up", "cpu=1; init: cpu=2; init: cpu=2", "cpu=2", "" },
        { "init container alone names a resource", "cpu=1; init: memory=1Gi | memory=1Gi", "cpu=1 memory=1Gi", "memory=1Gi" },
        { "sidecar adds to the containers", "cpu=1; sidecar: cpu=500m", "cpu=1500m", "" },
        { "sidecar adds to later init containers", "cpu=1; sidecar: cpu=500m; init: cpu=3", "cpu=3500m", "" },
        { "sidecar leaves earlier init containers alone", "cpu=1; init: cpu=3; sidecar: cpu=500m", "cpu=3", "" },
        { "sidecars add up before an init container", "cpu=1; sidecar: cpu=1; sidecar: cpu=1; init: cpu=2", "cpu=4", "" },
        { "pod level replaces the sum", "cpu=1 | cpu=4; pod: cpu=2 | cpu=3", "cpu=2", "cpu=3" },
        { "pod level leaves ephemeral storage", "ephemeral-storage=1Gi; pod: cpu=2 ephemeral-storage=9Gi", "cpu=2 ephemeral-storage=1Gi", "" },
        { "pod level huge pages", "cpu=1; pod: hugepages-2Mi=4Mi", "cpu=1 hugepages-2Mi=4Mi", "" },
        { "overhead", "cpu=1 | memory=1Gi; overhead: cpu=250m memory=64Mi", "cpu=1250m memory=64Mi", "memory=1088Mi" },
        { "overhead on a limit of zero", "cpu=1 | memory=0; overhead: memory=64Mi", "cpu=1 memory=64Mi", "memory=0" },
    };

    // name, pod, requests after defaulting
    public static TheoryData<string, string, string> Defaults => new()
    {
        { "limit becomes request", "| cpu=1 memory=1Gi", "cpu=1 memory=1Gi" },
        { "request stays", "cpu=100m | cpu=1 memory=1Gi", "cpu=100m memory=1Gi" },
        { "init container too", "cpu=1; init: | cpu=2", "cpu=2" },
        { "pod level request from containers", "cpu=100m; pod: | cpu=1", "cpu=100m" },
        { "pod level request from its limit", "; pod: | cpu=1 memory=1Gi", "cpu=1 memory=1Gi" },
        { "pod level without limits", "cpu=100m; pod: memory=1Gi", "cpu=100m memory=1Gi" },
    };

    [Theory, MemberData(nameof(Pods))]
    public void Effective_Pod_FollowsTheScheduler(string name, string pod, string requests, string limits)
    {
        PodResources resources = PodSketch.Pod(pod);

        Assert.Equal((name, requests, limits), (name, resources.EffectiveRequests.ToString(), resources.EffectiveLimits.ToString()));
    }

    [Theory, MemberData(nameof(Defaults))]
    public void Defaulted_Pod_FollowsTheApiServer(string name, string pod, string requests) =>
        Assert.Equal((name, requests), (name, PodSketch.Pod(pod).Defaulted().EffectiveRequests.ToString()));

    [Fact]
    public void WithLimitRange_MissingValues_AreFilledIn()
    {
        PodResources pod = PodSketch.Pod("cpu=1 | memory=2Gi; init:")
            .WithLimitRange(PodSketch.List("cpu=100m memory=128Mi"), PodSketch.List("cpu=500m memory=256Mi"));

        Assert.Equal(
            ["a: cpu=1 memory=128Mi | cpu=500m memory=2Gi", "b: cpu=100m memory=128Mi | cpu=500m memory=256Mi"],
            pod.Containers.Concat(pod.InitContainers).Select(c => $"{c.Name}: {c.Resources.Requests} | {c.Resources.Limits}"));
    }

    [Theory]
    [InlineData("cpu=1", false)]
    [InlineData("cpu=1; pod:", false)]
    [InlineData("cpu=1; pod: ephemeral-storage=1Gi", false)]
    [InlineData("cpu=1; pod: cpu=1", true)]
    [InlineData("cpu=1; pod: | memory=1Gi", true)]
    public void HasPodLevelResources_Pod_IsTold(string pod, bool expected) =>
        Assert.Equal(expected, PodSketch.Pod(pod).HasPodLevelResources);
}

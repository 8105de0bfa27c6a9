using Rampart.Rules.Resources;

namespace Rampart.Rules.Tests.Resources;

public sealed class QualityOfServiceTests
{
    public static TheoryData<string, string, QualityOfServiceClass> Pods => new()
    {
        { "nothing", "", QualityOfServiceClass.BestEffort },
        { "zero is nothing", "cpu=0 | memory=0", QualityOfServiceClass.BestEffort },
        { "other resources are nothing", "ephemeral-storage=1Gi | ephemeral-storage=1Gi", QualityOfServiceClass.BestEffort },
        { "requests only", "cpu=1 memory=1Gi", QualityOfServiceClass.Burstable },
        { "one limit", "| memory=1Gi", QualityOfServiceClass.Burstable },
        { "limits above requests", "cpu=1 memory=1Gi | cpu=2 memory=1Gi", QualityOfServiceClass.Burstable },
        { "limits only", "| cpu=1 memory=1Gi", QualityOfServiceClass.Guaranteed },
        { "equal in another spelling", "cpu=1000m memory=1024Mi | cpu=1 memory=1Gi", QualityOfServiceClass.Guaranteed },
        { "ephemeral storage does not matter", "ephemeral-storage=1Gi | cpu=1 memory=1Gi", QualityOfServiceClass.Guaranteed },
        { "zero limit", "| cpu=0 memory=1Gi", QualityOfServiceClass.Burstable },
        { "second container without", "| cpu=1 memory=1Gi; cpu=1", QualityOfServiceClass.Burstable },
        { "init container without", "| cpu=1 memory=1Gi; init:", QualityOfServiceClass.Burstable },
        { "init container with", "| cpu=1 memory=1Gi; init: | cpu=1 memory=1Gi", QualityOfServiceClass.Guaranteed },
        { "sidecar without", "| cpu=1 memory=1Gi; sidecar: cpu=1", QualityOfServiceClass.Burstable },
        { "pod level alone", "; init:; pod: | cpu=1 memory=1Gi", QualityOfServiceClass.Guaranteed },
        { "pod level without memory", "| cpu=1 memory=1Gi; pod: | cpu=1", QualityOfServiceClass.Burstable },
        { "pod level requests only", "| cpu=1 memory=1Gi; pod: cpu=1", QualityOfServiceClass.Burstable },
        { "pod level empty", "| cpu=1 memory=1Gi; pod:", QualityOfServiceClass.BestEffort },
        { "pod level request taken from a container", "cpu=500m; pod: | cpu=1 memory=1Gi", QualityOfServiceClass.Burstable },
    };

    [Theory, MemberData(nameof(Pods))]
    public void Of_Pod_IsTheClassThatTheKubeletUses(string name, string pod, QualityOfServiceClass expected) =>
        Assert.Equal((name, expected), (name, QualityOfService.Of(PodSketch.Pod(pod))));
}

namespace Rampart.Life.Tests.Service;

public sealed class ServiceRecordTests
{
    [Fact]
    public void Violations_AllPodsReady_AreNone() => Assert.Empty(Violations((0, "a", 3), (1, "a", 4), (2, "a", 3)));

    [Fact]
    public void Violations_TooFewPods_AreOnePerRun() =>
        Assert.Equal(
            ["from 1.0 s for 2.0 s: 0 of at least 3 pods are ready", "from 4.0 s for 1.0 s: 2 of at least 3 pods are ready"],
            Violations((0, "a", 3), (1, "a", 2), (2, "a", 0), (3, "a", 3), (4, "a", 2), (5, "a", 3)));

    [Fact]
    public void Violations_DeploymentReplaced_AreItsAbsenceAndTheOther() =>
        Assert.Equal(
            ["from 1.0 s for 1.0 s: the Deployment is gone", "from 2.0 s for 1.0 s: the Deployment is another one"],
            Violations((0, "a", 3), (1, null, 3), (2, "b", 3), (3, "b", 3)));

    [Fact]
    public void Violations_NoSamples_AreToldAsWell()
    {
        Assert.Equal(["no sample was taken"], Violations());
        Assert.Equal(["from 1.0 s for 6.0 s: no sample was taken"], Violations((0, "a", 3), (1, "a", 3), (7, "a", 3)));
    }

    private static IReadOnlyList<string> Violations(params IEnumerable<(int Second, string? Deployment, int Ready)> samples) =>
        ServiceRecord.Violations(
            [.. samples.Select(static sample => new ServiceSample(TimeSpan.FromSeconds(sample.Second), sample.Deployment, sample.Ready))],
            deployment: "a",
            atLeast: 3);
}

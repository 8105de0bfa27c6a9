using Rampart.Protocol.Values;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Resources;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Resources;

public sealed class ResourceFeasibilityTests
{
    private const string Daemon = "'spec': {'template': {'spec': {'containers': [{'name': 'c', 'resources': {'requests': {'cpu': '1'}}}]}}}";

    [Fact]
    public void Of_NothingBesideAWorkload_SaysNothing() => Assert.Equal([], Verdicts(Hardened.Deployment()));

    [Fact]
    public void Of_ALimitRangeAlone_SaysNothing() => Assert.Equal([], Verdicts(NamespaceObjects.ContainerLimits("'max': {'cpu': '1'}")));

    [Fact]
    public void Of_RoomForAll_SaysWhatIsLeft() => Assert.Equal(
        [
            "+ ResourceQuota shop/quota: limits.memory: fits, 62% left (768Mi of 2Gi for 6 pods, 3 of them during an update (1 more, 2 terminating))",
            "+ ResourceQuota shop/quota: persistentvolumeclaims: fits, 100% left (0 of 5)",
            "+ ResourceQuota shop/quota: requests.cpu: fits, 40% left (600m of 1 for 6 pods, 3 of them during an update (1 more, 2 terminating))",
            "? ResourceQuota shop/quota: services.nodeports: not counted",
            "+ LimitRange shop/limits: admits the pods of 1 workload",
        ],
        Verdicts(
            Hardened.Deployment(),
            NamespaceObjects.Quota("'requests.cpu': '1', 'limits.memory': '2Gi', 'persistentvolumeclaims': '5', 'services.nodeports': 0"),
            NamespaceObjects.ContainerLimits("'max': {'cpu': '1'}")));

    [Fact]
    public void Of_NoRoom_SaysWhatIsMissing() => Assert.Equal(
        [
            "- ResourceQuota shop/quota: limits.cpu: does not fit: short by 1500m of limits.cpu (3 of 1500m for 6 pods, 3 of them during an update (1 more, 2 terminating))",
            "- LimitRange shop/limits: rejects the pods of 1 of 2 workloads",
        ],
        Verdicts(
            Hardened.Deployment(),
            Hardened.Deployment(("spec.template.spec.containers[0].resources.limits.cpu", "'100m'"), ("spec.replicas", "0"), ("spec.strategy.rollingUpdate.maxSurge", "0")),
            NamespaceObjects.Quota("'limits.cpu': '1500m'"),
            NamespaceObjects.ContainerLimits("'max': {'cpu': '200m'}")));

    [Fact]
    public void Of_AContainerWithoutWhatTheQuotaCounts_SaysThatItIsRejected() => Assert.Equal(
        [
            "+ ResourceQuota shop/quota: limits.cpu: fits, 100% left (0 of 1 for 6 pods, 3 of them during an update (1 more, 2 terminating))",
            "- ResourceQuota shop/quota: Deployment shop/app: must specify limits.cpu for: app",
        ],
        Verdicts(Hardened.Container("resources", "null"), NamespaceObjects.Quota("'limits.cpu': '1'")));

    [Fact]
    public void Of_AnUnknownQuantity_IsNotKnownUnlessTheRestIsTooMuch() => Assert.Equal(
        [
            "- ResourceQuota shop/quota: pods: does not fit: short by 3 of pods (6 of 3 for 6 pods, 3 of them during an update (1 more, 2 terminating))",
            "? ResourceQuota shop/quota: requests.cpu: not known, as spec.template.spec.containers[0].resources.requests.cpu is not known yet in Deployment shop/app",
            "? LimitRange shop/limits: not known for 1 of 2 workloads",
        ],
        Verdicts(
            Hardened.Container("resources.requests.cpu", "'?'"),
            Hardened.Deployment(),
            NamespaceObjects.Quota("'requests.cpu': '1', 'pods': 3"),
            NamespaceObjects.ContainerLimits("'max': {'cpu': '1'}")));

    [Fact]
    public void Of_DaemonsOnUnknownNodes_SaysThatTheyAreNotCounted() => Assert.Equal(
        ["+ ResourceQuota shop/quota: requests.cpu: fits, 100% left (0 of 10, not counting DaemonSet shop/daemonset, whose nodes are not known)"],
        Verdicts(NamespaceObjects.Of("apps/v1", "DaemonSet", Daemon), NamespaceObjects.Quota("'requests.cpu': '10'")));

    [Fact]
    public void Of_DaemonsOnKnownNodes_CountsThem()
    {
        ObjectSet objects = Set(NamespaceObjects.Of("apps/v1", "DaemonSet", Daemon), NamespaceObjects.Quota("'requests.cpu': '10'"));
        CheckOptions options = CheckOptions.Default with
        {
            Cluster = new ClusterInventory { NodesByZone = new Dictionary<string, int> { [""] = 4 } },
        };

        FeasibilityVerdict verdict = Assert.Single(ResourceFeasibility.Of(objects, options));

        Assert.Equal("ResourceQuota shop/quota: requests.cpu: fits, 60% left (4 of 10 for 4 pods)", verdict.ToString());
        Assert.True(verdict.Fits);
    }

    private static string[] Verdicts(params PropertyObject[] objects) =>
    [
        .. ResourceFeasibility.Of(Set(objects)).Select(verdict => $"{(verdict.Fits is null ? '?' : verdict.Fits.Value ? '+' : '-')} {verdict}"),
    ];

    private static ObjectSet Set(params PropertyObject[] objects) => new([.. objects.Select(item => new KubernetesObject(item))]);
}

using Rampart.Life.Tests.Service;
using Rampart.Life.Tests.Systems;

namespace Rampart.Life.Tests;

/// <summary>The life of each stack on the real engine and a real cluster, where this machine has them.</summary>
public sealed class StackLifeTests : IDisposable
{
    private const string OtherKey = "0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly ITestOutputHelper _output;
    private readonly string _folder = Directory.CreateTempSubdirectory("rampart-life-").FullName;

    public StackLifeTests(ITestOutputHelper output) => _output = output;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("dev", 1)]
    [InlineData("prod", 3)]
    public async Task Life_EachChange_NeverTakesTheServiceDown(string name, int replicas)
    {
        RealSystems systems = await RealSystems.FindOrSkipAsync(_folder);
        using Cluster cluster = await Cluster.ConnectAsync(_folder, systems);
        string space = $"rampart-life-{name}";
        string second = $"{space}-second";
        SortedSet<string> before = await cluster.ClusterObjectsAsync();
        foreach (string own in (string[])[space, second])
        {
            Assert.False(
                before.Contains($"namespace/{own}"),
                $"the namespace '{own}' exists already; if an earlier run left it behind, run 'kubectl delete namespace {own}'");
        }

        PulumiStack stack = await PulumiStack.CreateAsync(_folder, name, settingsOf: name, space, systems);
        PulumiStack other = await PulumiStack.CreateAsync(_folder, "second", settingsOf: "dev", second, systems);
        await using ServiceWatch watch = new(cluster, space);
        StackLife life = new(cluster, stack, watch, space, _output);
        bool migrates = name == "prod";
        try
        {
            await life.BeginAsync(replicas);
            await life.StepAsync("up again", () => stack.UpAsync("--expect-no-changes"));
            await life.StepAsync("refresh", stack.RefreshAsync);
            foreach (Change change in migrates ? [.. Changes, .. ChangesOfProd] : Changes)
            {
                await life.ChangeAsync(change);
            }

            await life.ExpectAsync("key", "pods are told to read the new key", async () => await life.MountedKeyAsync() == OtherKey);
            await ShareClusterAsync(life, other);
            if (migrates)
            {
                await LoseJobsAsync(life, cluster, stack, space);
                await SpoilMigrationsAsync(life, cluster, stack, space);
            }

            await life.ChangeAsync(StrictMode(systems));
        }
        finally
        {
            await life.TimedAsync("end", "destroy", stack.DestroyAsync);
            await life.TimedAsync("end", "destroy of the second stack", other.DestroyAsync);
            await cluster.KubectlAsync("delete", "namespace", space, second, "--ignore-not-found");
        }

        // What controllers made for objects goes a moment after them.
        SortedSet<string> left = [];
        await life.ExpectAsync("end", "destroy leaves nothing", async () =>
        {
            left = await cluster.ClusterObjectsAsync();
            left.ExceptWith(before);
            return left.Count == 0;
        });
        Assert.Empty(left);
        Assert.True(life.Problems.Count == 0, string.Join("\n", life.Problems));
    }

    private static Change[] Changes =>
    [
        new("image", "image=docker.io/authzed/spicedb:v1.56.2"),
        new("key") { Secrets = [$"presharedKey={OtherKey}"] },
        new("priority", "priority=900000"),
        new("level of logging", "logLevel=warn"),
        new("pull policy", "imagePullPolicy=Never"),
        new(
            "resources of the migration",
            "migrationResources.requests.cpu=150m",
            "migrationResources.requests.memory=160Mi",
            "migrationResources.limits.cpu=500m",
            "migrationResources.limits.memory=320Mi"),
        new(
            "tolerations",
            "tolerations[0].key=dedicated",
            "tolerations[0].operator=Equal",
            "tolerations[0].value=spicedb",
            "tolerations[0].effect=NoSchedule"),
        new("profile", "profile=guide"),
        new("registry", "registry.server=https://index.docker.io/v1/", "registry.username=reader") { Secrets = ["registry.password=first-password"] },
        new("password of the registry") { Secrets = ["registry.password=second-password"] },
        new("quota", "resourceQuota[\"limits.cpu\"]=21"),
    ];

    private static Change[] ChangesOfProd =>
    [
        new("more replicas", "replicas=4") { Replicas = 4 },
        new("fewer replicas", "replicas=3") { Replicas = 3 },
    ];

    // The provider takes kubeconfig and context from nowhere else in this mode.
    private static Change StrictMode(RealSystems systems) =>
        new("strict mode", "kubernetes:strictMode=true", $"kubernetes:context={systems.Context}", $"kubernetes:kubeconfig={systems.Kubeconfig}");

    private static async Task ShareClusterAsync(StackLife life, PulumiStack other)
    {
        await life.StepAsync("a second stack", () => other.UpAsync());
        await life.StepAsync("the second stack again", () => other.UpAsync("--expect-no-changes"));
        await life.StepAsync("the second stack goes", other.DestroyAsync);
        await life.LosePodAsync("a pod is lost after the second stack");
    }

    private static async Task LoseJobsAsync(StackLife life, Cluster cluster, PulumiStack stack, string space)
    {
        if ((await life.JobsAsync()).Any(static job => job.GetProperty("spec").TryGetProperty("ttlSecondsAfterFinished", out _)))
        {
            life.Problem("Job", "a finished Job goes by itself, which the next preview takes for drift");
        }

        await cluster.KubectlAsync("delete", "jobs", "--all", "--namespace", space);
        await life.TimedAsync("the Job is gone", "refresh", stack.RefreshAsync);
        await life.StepAsync("the Job is gone", () => stack.UpAsync());
    }

    private static async Task SpoilMigrationsAsync(StackLife life, Cluster cluster, PulumiStack stack, string space)
    {
        await life.SpoilAsync(
            new Change("interrupted migration", "image=docker.io/authzed/spicedb:v1.57.0"),
            static (up, _) => up.InterruptAsync());
        await life.SpoilAsync(
            new Change("killed migration", "image=docker.io/authzed/spicedb:v1.56.1"),
            async (up, _) =>
            {
                up.Kill();
                await up.EndAsync();
                await life.TimedAsync("killed migration", "cancel", stack.CancelAsync);
            });
        await life.SpoilAsync(
            new Change("failed migration", "image=docker.io/authzed/spicedb:v1.56.0"),
            (_, job) => cluster.KubectlAsync(
                "patch", "job", job, "--namespace", space, "--type=merge", """--patch={"spec":{"activeDeadlineSeconds":1}}"""));
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Rampart.Life.Tests.Service;
using Rampart.Life.Tests.Systems;

namespace Rampart.Life.Tests;

/// <summary>Walks a stack through its life, step by step, and keeps all that went wrong on the way.</summary>
internal sealed class StackLife(Cluster cluster, PulumiStack stack, ServiceWatch watch, string space, ITestOutputHelper output)
{
    private static readonly TimeSpan PatienceForJob = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PatienceForPods = TimeSpan.FromMinutes(2);

    private readonly List<string> _problems = [];
    private int _replicas;

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Makes the service.</summary>
    public async Task BeginAsync(int replicas)
    {
        await TimedAsync("up", "up", () => stack.UpAsync());
        await SettleAsync("up");
        _replicas = replicas;
        await ExpectAsync("up", "all pods are ready", async () => (await watch.ReadyPodsAsync()).Count == replicas);
    }

    /// <summary>Does something that must leave the service as it is, or better.</summary>
    public Task StepAsync(string name, Func<Task<CommandEnd>> act) => WatchedAsync(name, _replicas, async () =>
    {
        await TimedAsync(name, "run", act);
        await SettleAsync(name);
    });

    /// <summary>Changes settings and updates; a change that is refused is taken back, so that the next ones can be seen.</summary>
    public async Task ChangeAsync(Change change)
    {
        string settings = await stack.SaveAsync();
        await SetAsync(change);
        int before = _replicas;
        int after = change.Replicas ?? before;
        await WatchedAsync(change.Name, Math.Min(before, after), async () =>
        {
            if (await TimedAsync(change.Name, "up", () => stack.UpAsync()))
            {
                _replicas = after;
                await SettleAsync(change.Name);
                return;
            }

            await stack.RestoreAsync(settings);
            await TimedAsync(change.Name, "up with the settings taken back", () => stack.UpAsync());
        });
        await ExpectAsync(change.Name, "all pods are ready", async () => (await watch.ReadyPodsAsync()).Count == _replicas);
    }

    /// <summary>Spoils an update while its migration runs; the next update must repair what is left.</summary>
    /// <param name="change">A change that migrates.</param>
    /// <param name="spoil">Spoils the update; gets the command and the Job's name.</param>
    public async Task SpoilAsync(Change change, Func<Command, string, Task> spoil)
    {
        HashSet<string> before = [.. (await JobsAsync()).Select(static job => Metadata(job, "uid"))];
        await SetAsync(change);
        await WatchedAsync(change.Name, _replicas, async () =>
        {
            using Command up = stack.StartUp();
            string? name = null;
            await Until.TrueAsync(
                async () =>
                {
                    name = (await JobsAsync()).FirstOrDefault(job => IsRunning(job) && !before.Contains(Metadata(job, "uid"))) is { ValueKind: JsonValueKind.Object } job
                        ? Metadata(job, "name")
                        : null;
                    return name is not null || up.HasEnded;
                },
                PatienceForJob,
                "a migration runs");
            if (name is null)
            {
                Problem(change.Name, $"the update ended before its migration ran:\n{(await up.EndAsync()).Tail}");
                return;
            }

            await spoil(up, name);
            if ((await up.EndAsync()).Succeeded)
            {
                Problem(change.Name, "the update succeeded though its migration was spoiled");
            }
        });
        string repair = $"{change.Name}, repaired";
        await WatchedAsync(repair, _replicas, async () =>
        {
            await TimedAsync(repair, "up", () => stack.UpAsync());
            await SettleAsync(repair);
        });
        await ExpectAsync(repair, "all pods are ready", async () => (await watch.ReadyPodsAsync()).Count == _replicas);
    }

    /// <summary>Takes a pod away: the service must be able to start another.</summary>
    public async Task LosePodAsync(string name)
    {
        IReadOnlyList<JsonElement> pods = await watch.ReadyPodsAsync();
        string lost = Metadata(pods[0], "name");
        await WatchedAsync(name, _replicas - 1, async () =>
        {
            await cluster.KubectlAsync("delete", "pod", lost, "--namespace", space);
            await ExpectAsync(name, "another pod is ready", async () => (await watch.ReadyPodsAsync()).Count == _replicas);
        });
    }

    /// <summary>Waits for something that must become true.</summary>
    public async Task ExpectAsync(string name, string what, Func<Task<bool>> condition)
    {
        try
        {
            await Until.TrueAsync(condition, PatienceForPods, what);
        }
        catch (TimeoutException late)
        {
            Problem(name, late.Message);
        }
    }

    /// <summary>Runs a command that must succeed, and writes down how long it took.</summary>
    public async Task<bool> TimedAsync(string name, string what, Func<Task<CommandEnd>> act)
    {
        long start = TimeProvider.System.GetTimestamp();
        CommandEnd end = await act();
        double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Now.TotalSeconds,7:0.0} s  {name}: {what} took {seconds:0.0} s"));
        if (!end.Succeeded)
        {
            Problem(name, $"{what} failed:\n{end.Tail}");
        }

        return end.Succeeded;
    }

    public void Problem(string name, string text)
    {
        _problems.Add($"{name}: {text}");
        output.WriteLine($"           VIOLATION {name}: {text}");
    }

    public async Task<IReadOnlyList<JsonElement>> JobsAsync() => await cluster.ListAsync($"/apis/batch/v1/namespaces/{space}/jobs");

    /// <summary>The preshared key that the running pods are told to read.</summary>
    public async Task<string?> MountedKeyAsync()
    {
        if (await watch.DeploymentAsync() is not { } deployment)
        {
            return null;
        }

        JsonElement reference = deployment.GetProperty("spec").GetProperty("template").GetProperty("spec").GetProperty("containers")[0].GetProperty("env")
            .EnumerateArray().First(static variable => variable.GetProperty("name").GetString() == "SPICEDB_GRPC_PRESHARED_KEY")
            .GetProperty("valueFrom").GetProperty("secretKeyRef");
        JsonElement secret = (await cluster.ListAsync($"/api/v1/namespaces/{space}/secrets"))
            .First(secret => Metadata(secret, "name") == reference.GetProperty("name").GetString());
        return Encoding.UTF8.GetString(secret.GetProperty("data").GetProperty(reference.GetProperty("key").GetString()!).GetBytesFromBase64());
    }

    private async Task SetAsync(Change change)
    {
        if (change.Settings.Length > 0)
        {
            await stack.SetAsync(change.Settings);
        }

        if (change.Secrets.Length > 0)
        {
            await stack.SetSecretsAsync(change.Secrets);
        }
    }

    // A second update changes nothing, and nothing has drifted.
    private Task<bool> SettleAsync(string name) => TimedAsync(name, "preview without changes", () => stack.PreviewAsync("--refresh", "--expect-no-changes"));

    private async Task WatchedAsync(string name, int atLeast, Func<Task> act)
    {
        TimeSpan start = watch.Now;
        string? uid = await watch.DeploymentAsync() is { } deployment ? Metadata(deployment, "uid") : null;
        await act();
        foreach (string violation in ServiceRecord.Violations(watch.Since(start), uid ?? "none", atLeast))
        {
            Problem(name, violation);
        }
    }

    private static bool IsRunning(JsonElement job) => job.GetProperty("status").TryGetProperty("active", out JsonElement active) && active.GetInt32() > 0;

    private static string Metadata(JsonElement item, string field) => item.GetProperty("metadata").GetProperty(field).GetString()!;
}

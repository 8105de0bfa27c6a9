using System.Diagnostics;
using System.Text.Json;
using Rampart.Life.Tests.Systems;

namespace Rampart.Life.Tests.Service;

/// <summary>Takes samples of the one Deployment of a namespace and of its pods, from the API server itself, all the time.</summary>
internal sealed class ServiceWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Cluster _cluster;
    private readonly string _space;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<ServiceSample> _samples = [];
    private readonly CancellationTokenSource _end = new();
    private readonly Task _loop;

    public ServiceWatch(Cluster cluster, string space)
    {
        _cluster = cluster;
        _space = space;
        _loop = Task.Run(LoopAsync);
    }

    public TimeSpan Now => _clock.Elapsed;

    public IReadOnlyList<ServiceSample> Since(TimeSpan time)
    {
        lock (_samples)
        {
            return [.. _samples.Where(sample => sample.Time >= time)];
        }
    }

    /// <summary>The pods of the Deployment that are ready and not ending.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadyPodsAsync() =>
        [.. (await _cluster.ListAsync($"/api/v1/namespaces/{_space}/pods")).Where(IsReady)];

    public async Task<JsonElement?> DeploymentAsync() =>
        await _cluster.ListAsync($"/apis/apps/v1/namespaces/{_space}/deployments") is [JsonElement one] ? one : null;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loop;
        _end.Dispose();
    }

    private async Task LoopAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            TimeSpan time = Now;
            ServiceSample? sample = null;
            try
            {
                JsonElement? deployment = await DeploymentAsync();
                sample = new(time, deployment is { } one ? Uid(one) : null, (await ReadyPodsAsync()).Count);
            }
            catch (HttpRequestException)
            {
                // Nothing is known of this moment; a long gap is told.
            }

            if (sample is not null)
            {
                lock (_samples)
                {
                    _samples.Add(sample);
                }
            }

            await Task.Delay(Interval, _end.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    private static string Uid(JsonElement item) => item.GetProperty("metadata").GetProperty("uid").GetString()!;

    private static bool IsReady(JsonElement pod)
    {
        JsonElement metadata = pod.GetProperty("metadata");
        return !metadata.TryGetProperty("deletionTimestamp", out _)
            && metadata.TryGetProperty("ownerReferences", out JsonElement owners)
            && owners[0].GetProperty("kind").GetString() == "ReplicaSet"
            && pod.GetProperty("status").TryGetProperty("conditions", out JsonElement conditions)
            && conditions.EnumerateArray().Any(static condition =>
                condition.GetProperty("type").GetString() == "Ready" && condition.GetProperty("status").GetString() == "True");
    }
}

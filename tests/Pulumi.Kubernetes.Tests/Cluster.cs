using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi.Kubernetes.Tests;

/// <summary>A cluster that keeps what it is told and answers with it, and with what a test adds.</summary>
internal sealed class Cluster : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _objects = [];

    /// <summary>What was registered or read, in that order.</summary>
    public IReadOnlyCollection<MockResourceArgs> Objects => _objects;

    /// <summary>Outputs that the cluster adds to every object.</summary>
    public ImmutableDictionary<string, object> Additions { get; init; } = ImmutableDictionary<string, object>.Empty;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _objects.Enqueue(args);
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs.SetItems(Additions)));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);

    /// <summary>Runs a program that defines things in this cluster.</summary>
    public async Task<MockResourceArgs> RunAsync(Action program)
    {
        await global::Pulumi.Deployment.TestAsync(this, new TestOptions { IsPreview = false }, program);
        return Assert.Single(Objects);
    }

    /// <summary>Runs a program and gives the value of one output.</summary>
    public async Task<T> ReadAsync<T>(Func<Output<T>> program)
    {
        TaskCompletionSource<T> read = new();
        await global::Pulumi.Deployment.TestAsync(
            this,
            new TestOptions { IsPreview = false },
            () => program().Apply(value =>
            {
                read.SetResult(value);
                return value;
            }));
        return await read.Task;
    }
}

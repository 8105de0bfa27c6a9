using Pulumi.Testing;

namespace Pulumi.Tests;

/// <summary>Mocks that keep what they were told; by default each resource is answered with its inputs.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly Lock _lock = new();
    private readonly List<MockResourceArgs> _resources = [];
    private readonly List<MockCallArgs> _calls = [];
    private readonly List<MockRegisterResourceOutputsRequest> _outputs = [];

    public Func<MockResourceArgs, (string? Id, object State)> OnResource { get; init; } = static args => (args.Name + "-id", args.Inputs);

    public Func<MockCallArgs, object> OnCall { get; init; } = static args => args.Args;

    /// <summary>When true, answers come after the caller has gone on.</summary>
    public bool AnswersLater { get; init; }

    public IReadOnlyList<MockResourceArgs> Resources
    {
        get
        {
            lock (_lock)
            {
                return [.. _resources];
            }
        }
    }

    public IReadOnlyList<MockCallArgs> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public IReadOnlyList<MockRegisterResourceOutputsRequest> Outputs
    {
        get
        {
            lock (_lock)
            {
                return [.. _outputs];
            }
        }
    }

    /// <summary>The registration of a name.</summary>
    public MockResourceArgs this[string name] => Resources.Single(args => args.Name == name);

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_lock)
        {
            _resources.Add(args);
        }

        if (AnswersLater)
        {
            await Task.Yield();
        }

        return OnResource(args);
    }

    public async Task<object> CallAsync(MockCallArgs args)
    {
        lock (_lock)
        {
            _calls.Add(args);
        }

        if (AnswersLater)
        {
            await Task.Yield();
        }

        return OnCall(args);
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        lock (_lock)
        {
            _outputs.Add(args);
        }

        return Task.CompletedTask;
    }
}

using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi.Tests;

/// <summary>An engine that keeps what it was told, and answers each resource with its inputs.</summary>
internal sealed class SpyMonitor : IMonitor
{
    private readonly Lock _lock = new();
    private readonly List<RegisterResourceRequest> _registrations = [];
    private readonly List<LogRequest> _logs = [];

    /// <summary>When true, answers come after the caller has gone on.</summary>
    public bool AnswersLater { get; init; }

    public Func<RegisterResourceRequest, string> IdOf { get; init; } = static request => request.Custom ? request.Name + "-id" : "";

    public Exception? ShutdownFailure { get; init; }

    public Exception? LogFailure { get; init; }

    public int Shutdowns { get; private set; }

    public IReadOnlyList<RegisterResourceRequest> Registrations
    {
        get
        {
            lock (_lock)
            {
                return [.. _registrations];
            }
        }
    }

    public IReadOnlyList<LogRequest> Logs
    {
        get
        {
            lock (_lock)
            {
                return [.. _logs];
            }
        }
    }

    public RegisterResourceRequest this[string name] => Registrations.Single(request => request.Name == name);

    public static string UrnOf(string types, string name) => $"urn:pulumi:s::p::{types}::{name}";

    /// <summary>Runs a program against this engine; gives its exit code.</summary>
    public async Task<int> RunAsync(Action program, bool isDryRun = false)
    {
        EngineSession.Current = new EngineSession { Monitor = this, Project = "p", Stack = "s", IsDryRun = isDryRun };
        try
        {
            return await Deployment.RunAsync(program);
        }
        finally
        {
            EngineSession.Current = null;
            Environment.ExitCode = 0;
        }
    }

    public ValueTask<bool> SupportsFeatureAsync(string feature) => ValueTask.FromResult(true);

    public async ValueTask<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request)
    {
        lock (_lock)
        {
            _registrations.Add(request);
        }

        if (AnswersLater)
        {
            await Task.Yield();
        }

        return new RegisterResourceResponse
        {
            Urn = ResourceUrn.Create("s", "p", request.Parent, request.Type, request.Name),
            Id = IdOf(request),
            Outputs = request.Inputs,
        };
    }

    public ValueTask<RegisterResourceResponse> ReadResourceAsync(ReadResourceRequest request) => throw new NotSupportedException();

    public ValueTask RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) => ValueTask.CompletedTask;

    public ValueTask<InvokeResponse> InvokeAsync(InvokeRequest request) =>
        ValueTask.FromResult(new InvokeResponse(PropertyObject.Empty, [new InvokeFailure("a", "is bad"), new InvokeFailure("", "no")]));

    public ValueTask<CallResponse> CallAsync(CallRequest request) => throw new NotSupportedException();

    public ValueTask LogAsync(LogRequest request)
    {
        lock (_lock)
        {
            _logs.Add(request);
        }

        return LogFailure is null ? ValueTask.CompletedTask : ValueTask.FromException(LogFailure);
    }

    public ValueTask SignalAndWaitForShutdownAsync()
    {
        Shutdowns++;
        return ShutdownFailure is null ? ValueTask.CompletedTask : ValueTask.FromException(ShutdownFailure);
    }
}

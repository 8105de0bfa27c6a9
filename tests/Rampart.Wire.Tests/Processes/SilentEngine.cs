using Rampart.Protocol.Monitor;
using Rampart.Server.Engine;
using Rampart.WireProgram.Recording;

namespace Rampart.Wire.Tests.Processes;

/// <summary>An engine that takes the registration of a resource and does not come back.</summary>
internal sealed class SilentEngine : IMonitor, IAsyncDisposable
{
    private readonly ScriptedEngine _scripted = new(isPreview: false);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EngineServer? _server;

    /// <summary>Completes with the registration that is never answered.</summary>
    public Task Asked => _asked.Task;

    public string Address => _server!.Address;

    public static async Task<SilentEngine> StartAsync()
    {
        SilentEngine engine = new();
        engine._server = await EngineServer.StartAsync(engine, cancellationToken: TestContext.Current.CancellationToken);
        return engine;
    }

    public async ValueTask<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request)
    {
        if (!request.Custom)
        {
            return await _scripted.RegisterResourceAsync(request);
        }

        _asked.TrySetResult();
        await Task.Delay(Timeout.Infinite, CancellationToken.None);
        throw new InvalidOperationException();
    }

    public ValueTask<bool> SupportsFeatureAsync(string feature) => _scripted.SupportsFeatureAsync(feature);

    public ValueTask<RegisterResourceResponse> ReadResourceAsync(ReadResourceRequest request) => _scripted.ReadResourceAsync(request);

    public ValueTask RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) => _scripted.RegisterResourceOutputsAsync(request);

    public ValueTask<InvokeResponse> InvokeAsync(InvokeRequest request) => _scripted.InvokeAsync(request);

    public ValueTask<CallResponse> CallAsync(CallRequest request) => _scripted.CallAsync(request);

    public ValueTask LogAsync(LogRequest request) => _scripted.LogAsync(request);

    public ValueTask SignalAndWaitForShutdownAsync() => _scripted.SignalAndWaitForShutdownAsync();

    /// <summary>Closes all connections, as the end of the process would.</summary>
    public ValueTask DisposeAsync() => _server!.DisposeAsync();
}

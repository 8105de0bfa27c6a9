using Rampart.Protocol.Monitor;

namespace Pulumi.Wire;

/// <summary>The engine of another process, for one run.</summary>
internal sealed class RemoteEngine : IAsyncDisposable
{
    private readonly EngineLoss _loss = new();
    private readonly EngineConnection _monitorConnection;
    private readonly EngineConnection _engineConnection;
    private readonly CallbackServer _callbacks = new();

    /// <param name="monitor">Where the service for resources listens.</param>
    /// <param name="engine">Where the service for messages listens.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="project">The project.</param>
    /// <param name="acceptResources">Whether answers may hold references to resources.</param>
    /// <param name="patience">How long the engine may be silent.</param>
    public RemoteEngine(EngineAddress monitor, EngineAddress engine, string stack, string project, bool acceptResources, EnginePatience? patience = null)
    {
        patience ??= EnginePatience.Default;
        _monitorConnection = new EngineConnection(monitor, _loss, patience);
        _engineConnection = engine == monitor ? _monitorConnection : new EngineConnection(engine, _loss, patience);
        Monitor = new GrpcMonitor(
            _monitorConnection, _engineConnection, new RequestMessages(acceptResources), new AliasUrns(stack, project), _callbacks);
    }

    public IMonitor Monitor { get; }

    /// <summary>Completes when the engine has gone.</summary>
    public Task<EngineLostException> Lost => _loss.Task;

    /// <summary>Asks what every registration depends on.</summary>
    /// <exception cref="RunException">The engine cannot be reached.</exception>
    public async Task<EngineFeatures> ReadFeaturesAsync()
    {
        ValueTask<bool> resourceReferences = Monitor.SupportsFeatureAsync("resourceReferences");
        ValueTask<bool> outputValues = Monitor.SupportsFeatureAsync("outputValues");
        ValueTask<bool> aliasSpecs = Monitor.SupportsFeatureAsync("aliasSpecs");
        await aliasSpecs.ConfigureAwait(false);
        return new EngineFeatures(
            await resourceReferences.ConfigureAwait(false),
            await outputValues.ConfigureAwait(false));
    }

    public async ValueTask DisposeAsync()
    {
        await _callbacks.DisposeAsync().ConfigureAwait(false);
        _monitorConnection.Dispose();
        if (_engineConnection != _monitorConnection)
        {
            _engineConnection.Dispose();
        }
    }
}

using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Rampart.Protocol.Monitor;
using Rampart.Wire.Registrations;
using Messages = Rampart.Wire.Messages;

namespace Pulumi.Wire;

/// <summary>An engine in another process.</summary>
internal sealed class GrpcMonitor : IMonitor
{
    private readonly EngineConnection _monitorConnection;
    private readonly EngineConnection _engineConnection;
    private readonly Messages.ResourceMonitor.ResourceMonitorClient _monitor;
    private readonly Messages.Engine.EngineClient _engine;
    private readonly RequestMessages _messages;
    private readonly AliasUrns _aliases;
    private readonly CallbackServer _callbacks;
    private readonly ConcurrentDictionary<string, Task<bool>> _features = new(StringComparer.Ordinal);
    private RunException? _ended;

    /// <param name="monitor">The way to the service for resources.</param>
    /// <param name="engine">The way to the service for messages; it may be the same.</param>
    /// <param name="messages">Makes the messages.</param>
    /// <param name="aliases">Makes URNs of aliases where the engine does not.</param>
    /// <param name="callbacks">Serves the functions that the engine calls.</param>
    public GrpcMonitor(
        EngineConnection monitor,
        EngineConnection engine,
        RequestMessages messages,
        AliasUrns aliases,
        CallbackServer callbacks)
    {
        _monitorConnection = monitor;
        _engineConnection = engine;
        _monitor = new Messages.ResourceMonitor.ResourceMonitorClient(monitor.Invoker);
        _engine = new Messages.Engine.EngineClient(engine.Invoker);
        _messages = messages;
        _aliases = aliases;
        _callbacks = callbacks;
    }

    /// <summary>Asks once and keeps the answer.</summary>
    public ValueTask<bool> SupportsFeatureAsync(string feature) =>
        new(_features.GetOrAdd(feature, static (id, monitor) => monitor.AskFeatureAsync(id), this));

    public async ValueTask<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request)
    {
        if (request.DeletedWith.Length > 0)
        {
            await RequireFeatureAsync("deletedWith", "the option DeletedWith").ConfigureAwait(false);
        }

        if (request.ReplaceWith.Count > 0)
        {
            await RequireFeatureAsync("replaceWith", "the option ReplaceWith").ConfigureAwait(false);
        }

        string[] aliasUrns = [];
        Messages.RegisterResourceRequest message = _messages.Create(request);
        if (await SupportsFeatureAsync("aliasSpecs").ConfigureAwait(false))
        {
            foreach (ResourceAlias alias in request.Aliases)
            {
                message.Aliases.Add(OptionMessages.Write(alias));
            }
        }
        else
        {
            aliasUrns = _aliases.Of(request);
            message.AliasURNs.AddRange(aliasUrns);
        }

        if (request.Transforms.Count > 0)
        {
            await RequireFeatureAsync("transforms", "resource transforms").ConfigureAwait(false);
            foreach (TransformResource transform in request.Transforms)
            {
                message.Transforms.Add(await _callbacks.AddAsync(transform).ConfigureAwait(false));
            }
        }

        RegisterResourceResponse response = await AskAsync(
            _monitor.RegisterResourceAsync(message), Answers.Read, request.Type, request.Name).ConfigureAwait(false);
        _aliases.Remember(response.Urn, aliasUrns);
        return response;
    }

    public ValueTask<RegisterResourceResponse> ReadResourceAsync(ReadResourceRequest request) => AskAsync(
        _monitor.ReadResourceAsync(_messages.Create(request)), message => Answers.Read(message, request.Id), request.Type, request.Name);

    public async ValueTask RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) => await AskAsync(
        _monitor.RegisterResourceOutputsAsync(RequestMessages.Create(request)), static empty => empty, "the outputs of", request.Urn).ConfigureAwait(false);

    public ValueTask<InvokeResponse> InvokeAsync(InvokeRequest request) =>
        AskAsync(_monitor.InvokeAsync(_messages.Create(request)), Answers.Read, "the function", request.Token);

    public ValueTask<CallResponse> CallAsync(CallRequest request) =>
        AskAsync(_monitor.CallAsync(RequestMessages.Create(request)), Answers.Read, "the method", request.Token);

    public async ValueTask<string> RegisterPackageAsync(PackageRequest request)
    {
        await RequireFeatureAsync("parameterization", "parameterized packages").ConfigureAwait(false);
        return await AskAsync(
            _monitor.RegisterPackageAsync(RequestMessages.Create(request)), static answer => answer.Ref, "the package", request.Name).ConfigureAwait(false);
    }

    public async ValueTask RegisterInvokeTransformAsync(TransformInvoke transform)
    {
        await RequireFeatureAsync("invokeTransforms", "invoke transforms").ConfigureAwait(false);
        Messages.Callback callback = await _callbacks.AddAsync(transform).ConfigureAwait(false);
        await AskAsync(_monitor.RegisterStackInvokeTransformAsync(callback), static empty => empty, "the invoke transform", callback.Token).ConfigureAwait(false);
    }

    public async ValueTask RegisterHookAsync(HookRequest request)
    {
        await RequireFeatureAsync("resourceHooks", "resource hooks").ConfigureAwait(false);
        if (request.OnError is { } onError)
        {
            Messages.RegisterErrorHookRequest message = new()
            {
                Name = request.Name,
                Callback = await _callbacks.AddAsync(onError).ConfigureAwait(false),
            };
            await AskAsync(_monitor.RegisterErrorHookAsync(message), static empty => empty, "the hook", request.Name).ConfigureAwait(false);
        }
        else if (request.Around is { } around)
        {
            Messages.RegisterResourceHookRequest message = new()
            {
                Name = request.Name,
                OnDryRun = request.OnDryRun,
                IgnoreErrors = request.IgnoreErrors,
                Callback = await _callbacks.AddAsync(around).ConfigureAwait(false),
            };
            await AskAsync(_monitor.RegisterResourceHookAsync(message), static empty => empty, "the hook", request.Name).ConfigureAwait(false);
        }
    }

    public async ValueTask RequirePulumiVersionAsync(string versionRange)
    {
        try
        {
            await _engine.RequirePulumiVersionAsync(new Messages.RequirePulumiVersionRequest { PulumiVersionRange = versionRange });
        }
        catch (RpcException exception) when (exception.Status.DebugException is null && exception.StatusCode != StatusCode.Unimplemented)
        {
            // The engine says it all.
            throw new RunException(exception.Status.Detail);
        }
        catch (RpcException exception)
        {
            throw Explain(_engineConnection, exception, "the requirement of a version");
        }
    }

    public async ValueTask LogAsync(LogRequest request)
    {
        try
        {
            await _engine.LogAsync(RequestMessages.Create(request));
        }
        catch (RpcException exception)
        {
            throw Explain(_engineConnection, exception, "a message");
        }
    }

    public async ValueTask SignalAndWaitForShutdownAsync()
    {
        try
        {
            await _monitor.SignalAndWaitForShutdownAsync(new Empty());
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            // An engine without it waits for the process to end, which is next.
        }
        catch (RpcException exception)
        {
            throw Explain(_monitorConnection, exception, "the end of the program");
        }
    }

    private async Task<bool> AskFeatureAsync(string feature)
    {
        Messages.SupportsFeatureRequest message = new() { Id = feature };
        try
        {
            return (await _monitor.SupportsFeatureAsync(message, deadline: _monitorConnection.FirstAnswer)).HasSupport;
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.DeadlineExceeded)
        {
            throw _monitorConnection.ExplainSilence();
        }
        catch (RpcException exception)
        {
            throw Explain(_monitorConnection, exception, $"the feature '{feature}'");
        }
    }

    private async ValueTask RequireFeatureAsync(string feature, string what)
    {
        if (!await SupportsFeatureAsync(feature).ConfigureAwait(false))
        {
            throw new RunException($"The Pulumi CLI does not support {what}. Please update the Pulumi CLI.");
        }
    }

    private async ValueTask<TResult> AskAsync<T, TResult>(AsyncUnaryCall<T> call, Func<T, TResult> read, string kind, string name)
    {
        try
        {
            return read(await call.ResponseAsync.ConfigureAwait(false));
        }
        catch (RpcException exception)
        {
            throw Explain(_monitorConnection, exception, $"{kind} '{name}'");
        }
        catch (InvalidDataException exception)
        {
            throw new RunException($"The Pulumi engine's answer to {kind} '{name}' cannot be read: {exception.Message}", exception);
        }
    }

    // An engine ends a run for one reason, which it tells the user itself; every call that it has not answered fails with it.
    private Exception Explain(EngineConnection connection, RpcException exception, string what) =>
        connection.Explain(exception, what, detail => Interlocked.CompareExchange(
            ref _ended,
            new RunException($"The Pulumi engine ended the run before the program was through: {detail}. The reason is among the messages above."),
            comparand: null) ?? _ended);
}

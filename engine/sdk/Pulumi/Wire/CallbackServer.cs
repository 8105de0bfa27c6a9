using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Rampart.Protocol.Monitor;
using Rampart.Server.Grpc;
using Rampart.Wire.Registrations;
using Messages = Rampart.Wire.Messages;

namespace Pulumi.Wire;

/// <summary>
/// Functions of the program that the engine calls. The server starts with the first of them: most programs have none, and
/// need no server.
/// </summary>
internal sealed class CallbackServer : Messages.Callbacks.CallbacksBase, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Function> _functions = new(StringComparer.Ordinal);
    private readonly Lazy<Task<GrpcServer>> _server;

    public CallbackServer() =>
        _server = new Lazy<Task<GrpcServer>>(() => GrpcServer.StartAsync(binder => Messages.Callbacks.BindService(binder, this)));

    /// <summary>Reads the message that a function takes, calls it, and gives the message that it gives.</summary>
    private delegate ValueTask<IMessage> Function(ByteString request, CancellationToken cancellationToken);

    public ValueTask<Messages.Callback> AddAsync(TransformResource transform) => AddAsync(async (bytes, cancellationToken) =>
    {
        RegisterResourceRequest request = TransformMessages.Read(Messages.TransformRequest.Parser.ParseFrom(bytes));
        RegisterResourceRequest changed = await transform(request, cancellationToken).ConfigureAwait(false);
        return changed == request ? new Messages.TransformResponse() : TransformMessages.WriteResponse(changed);
    });

    public ValueTask<Messages.Callback> AddAsync(TransformInvoke transform) => AddAsync(async (bytes, cancellationToken) =>
    {
        InvokeRequest request = TransformMessages.Read(Messages.TransformInvokeRequest.Parser.ParseFrom(bytes));
        InvokeRequest changed = await transform(request, cancellationToken).ConfigureAwait(false);
        return changed == request ? new Messages.TransformInvokeResponse() : TransformMessages.WriteResponse(changed);
    });

    public ValueTask<Messages.Callback> AddAsync(Func<HookCall, CancellationToken, ValueTask> hook) => AddAsync(async (bytes, cancellationToken) =>
    {
        await hook(HookMessages.Read(Messages.ResourceHookRequest.Parser.ParseFrom(bytes)), cancellationToken).ConfigureAwait(false);
        return new Messages.ResourceHookResponse();
    });

    public ValueTask<Messages.Callback> AddAsync(Func<HookCall, CancellationToken, ValueTask<bool>> hook) => AddAsync(async (bytes, cancellationToken) =>
    {
        bool retry = await hook(HookMessages.Read(Messages.ErrorHookRequest.Parser.ParseFrom(bytes)), cancellationToken).ConfigureAwait(false);
        return new Messages.ErrorHookResponse { Retry = retry };
    });

    public override async Task<Messages.CallbackInvokeResponse> Invoke(Messages.CallbackInvokeRequest request, ServerCallContext context)
    {
        if (!_functions.TryGetValue(request.Token, out Function? function))
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, $"Callback not found: {request.Token}"));
        }

        try
        {
            IMessage response = await function(request.Request, context.CancellationToken).ConfigureAwait(false);
            return new Messages.CallbackInvokeResponse { Response = response.ToByteString() };
        }
#pragma warning disable CA1031 // The engine fails what it called the function for, and says why.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new RpcException(new Status(StatusCode.Unknown, exception.Message));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            GrpcServer server = await _server.Value.ConfigureAwait(false);
            await server.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<Messages.Callback> AddAsync(Function function)
    {
        // Nobody else on this machine can guess it.
        string token = Guid.NewGuid().ToString();
        _functions[token] = function;
        GrpcServer server = await _server.Value.ConfigureAwait(false);
        return new Messages.Callback { Target = server.Address, Token = token };
    }
}

using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Net.Client;
using Rampart.Protocol.Monitor;
using Rampart.Server.Grpc;
using Rampart.Wire.Registrations;
using Messages = Rampart.Wire.Messages;

namespace Rampart.Server.Engine;

/// <summary>Calls functions of programs: one connection for each program.</summary>
internal sealed class CallbackClients : IDisposable
{
    private readonly ConcurrentDictionary<string, GrpcChannel> _channels = new(StringComparer.Ordinal);

    /// <summary>A function that changes registrations.</summary>
    public TransformResource Transform(Messages.Callback callback) => async (registration, cancellationToken) =>
        TransformMessages.Read(
            Messages.TransformResponse.Parser.ParseFrom(
                await CallAsync(callback, TransformMessages.WriteRequest(registration), cancellationToken).ConfigureAwait(false)),
            registration);

    /// <summary>A function that changes calls of provider functions.</summary>
    public TransformInvoke TransformInvoke(Messages.Callback callback) => async (invoke, cancellationToken) =>
        TransformMessages.Read(
            Messages.TransformInvokeResponse.Parser.ParseFrom(
                await CallAsync(callback, TransformMessages.WriteRequest(invoke), cancellationToken).ConfigureAwait(false)),
            invoke);

    public void Dispose()
    {
        foreach (GrpcChannel channel in _channels.Values)
        {
            channel.Dispose();
        }
    }

    private async Task<ByteString> CallAsync(Messages.Callback callback, IMessage request, CancellationToken cancellationToken)
    {
        GrpcChannel channel = _channels.GetOrAdd(callback.Target, Open);
        Messages.CallbackInvokeResponse response = await new Messages.Callbacks.CallbacksClient(channel).InvokeAsync(
            new Messages.CallbackInvokeRequest { Token = callback.Token, Request = request.ToByteString() },
            cancellationToken: cancellationToken).ConfigureAwait(false);
        return response.Response;
    }

    private static GrpcChannel Open(string target) => GrpcChannel.ForAddress("http://" + target, new GrpcChannelOptions
    {
        // A proxy would be asked for the program's address, which only this machine knows.
        HttpHandler = new SocketsHttpHandler { UseProxy = false },
        DisposeHttpClient = true,
        MaxReceiveMessageSize = GrpcServer.MaxMessageBytes,
        MaxSendMessageSize = GrpcServer.MaxMessageBytes,
    });
}

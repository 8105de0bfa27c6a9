using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Net.Client;
using Rampart.Server.Grpc;
using Messages = Rampart.Wire.Messages;

namespace Rampart.Server.Engine;

/// <summary>Calls functions of programs: one connection for each program.</summary>
internal sealed class CallbackClients : IDisposable
{
    private readonly ConcurrentDictionary<string, GrpcChannel> _channels = new(StringComparer.Ordinal);

    /// <summary>Calls a function.</summary>
    /// <param name="callback">Where it is.</param>
    /// <param name="request">The message it takes.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The bytes of the message it gives.</returns>
    public async Task<ByteString> CallAsync(Messages.Callback callback, IMessage request, CancellationToken cancellationToken)
    {
        GrpcChannel channel = _channels.GetOrAdd(callback.Target, Open);
        Messages.CallbackInvokeResponse response = await new Messages.Callbacks.CallbacksClient(channel).InvokeAsync(
            new Messages.CallbackInvokeRequest { Token = callback.Token, Request = request.ToByteString() },
            cancellationToken: cancellationToken).ConfigureAwait(false);
        return response.Response;
    }

    public void Dispose()
    {
        foreach (GrpcChannel channel in _channels.Values)
        {
            channel.Dispose();
        }
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

using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Rampart.Server.Grpc;

/// <summary>Kestrel without the layers above it: no host, no services, no routing, which are slower to start than to use.</summary>
internal sealed class KestrelHost : IAsyncDisposable
{
    // Kestrel counts twice as many, in an int: far from its end.
    private const int MaxConcurrentCalls = 1_000_000;

    // Kestrel adds a timeout to the time of now: what it takes for infinite overflows, and ends connections at once.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    private readonly KestrelServer _server;

    private readonly PrivateSocket? _socket;

    private KestrelHost(KestrelServer server, PrivateSocket? socket, string address)
    {
        _server = server;
        _socket = socket;
        Address = address;
    }

    public string Address { get; }

    public static async Task<KestrelHost> StartAsync(MethodTable methods, PrivateSocket? socket, CancellationToken cancellationToken)
    {
        KestrelServerOptions options = new() { AddServerHeader = false };
        KestrelServerLimits limits = options.Limits;
        limits.MaxRequestBodySize = null;

        // A program may think for as long as it likes, also in the middle of a message.
        limits.KeepAliveTimeout = Patience;
        limits.RequestHeadersTimeout = Patience;
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;

        // Programs send all their registrations at once; an engine does not bound them either.
        limits.Http2.MaxStreamsPerConnection = MaxConcurrentCalls;
        if (socket is null)
        {
            options.Listen(IPAddress.Loopback, port: 0, static listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.Use(LookAtCaller);
            });
        }
        else
        {
            options.ListenUnixSocket(socket.Path, static listen => listen.Protocols = HttpProtocols.Http2);
        }

        SocketTransportFactory transport = new(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        KestrelServer server = new(Options.Create(options), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new GrpcApplication(methods), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            server.Dispose();
            socket?.Dispose();
            throw;
        }

        if (socket is not null)
        {
            return new KestrelHost(server, socket, socket.Address);
        }

        string url = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return new KestrelHost(server, socket: null, new Uri(url).Authority);
    }

    public async ValueTask DisposeAsync()
    {
        // A token that is cancelled already closes connections without waiting for what is under way.
        await _server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _server.Dispose();
        _socket?.Dispose();
    }

    // Once for each connection; its calls find what came of it.
    private static ConnectionDelegate LookAtCaller(ConnectionDelegate next) => connection =>
    {
        if (connection is { LocalEndPoint: IPEndPoint own, RemoteEndPoint: IPEndPoint caller } && LoopbackCaller.FindRefusal(own, caller) is { } reason)
        {
            connection.Features.Set(new CallerRefusal(reason));
        }

        return next(connection);
    };
}

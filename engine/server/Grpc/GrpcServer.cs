using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;

namespace Rampart.Server.Grpc;

/// <summary>
/// gRPC services for processes of the same user: on a free port of 127.0.0.1 or a socket in a folder that only the user may enter;
/// unencrypted HTTP/2, unary methods, messages of up to 400 MiB.
/// </summary>
public sealed class GrpcServer : IAsyncDisposable
{
    /// <summary>The longest message, in bytes; the engine's own limit.</summary>
    public const int MaxMessageBytes = 400 * 1024 * 1024;

    private readonly IAsyncDisposable _host;

    private GrpcServer(IAsyncDisposable host, string address)
    {
        _host = host;
        Address = address;
    }

    /// <summary>Address and port without a scheme, e.g. <c>127.0.0.1:41233</c>, or the socket: <c>unix:///tmp/…</c>.</summary>
    public string Address { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="bind">Adds the services, e.g. <c>binder => Engine.BindService(binder, service)</c>.</param>
    /// <param name="observe">Told of each request before its method is called, from several threads; null for nobody.</param>
    /// <param name="onSocket">Whether callers can take a socket; where there are none, it is a port all the same.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="InvalidOperationException">ASP.NET Core is not installed.</exception>
    public static Task<GrpcServer> StartAsync(
        Action<ServiceBinderBase> bind,
        Action<string, IMessage>? observe = null,
        bool onSocket = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bind);
        MethodTable methods = new(observe);
        bind(methods);
        AspNetCoreRuntime.Use();
        return StartKestrelAsync(methods, onSocket ? PrivateSocket.Create() : null, cancellationToken);
    }

    /// <summary>Ends the server and all connections.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    // Not inlined: whoever compiles this loads ASP.NET Core.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<GrpcServer> StartKestrelAsync(MethodTable methods, PrivateSocket? socket, CancellationToken cancellationToken)
    {
        KestrelHost host = await KestrelHost.StartAsync(methods, socket, cancellationToken).ConfigureAwait(false);
        return new GrpcServer(host, host.Address);
    }
}

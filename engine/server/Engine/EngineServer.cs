using Google.Protobuf;
using Rampart.Protocol.Monitor;
using Rampart.Server.Grpc;
using Messages = Rampart.Wire.Messages;

namespace Rampart.Server.Engine;

/// <summary>
/// A monitor as the two services that an engine offers to programs, <c>ResourceMonitor</c> and <c>Engine</c>, for programs
/// in any language that Pulumi has an SDK for. Only processes of the same user are answered; see <see cref="StartAsync"/>.
/// </summary>
public sealed class EngineServer : IAsyncDisposable
{
    private readonly GrpcServer _server;
    private readonly CallbackClients _callbacks;

    private EngineServer(GrpcServer server, CallbackClients callbacks)
    {
        _server = server;
        _callbacks = callbacks;
    }

    /// <summary>The address of both services, in the form of <c>PULUMI_MONITOR</c>: <c>127.0.0.1:41233</c>, or <c>unix:///tmp/…</c> for a socket.</summary>
    public string Address => _server.Address;

    /// <summary>Starts a server.</summary>
    /// <remarks>
    /// A socket is in a folder that only the user may enter. On a port of 127.0.0.1 a call of another user's process is refused
    /// (<c>Unauthenticated</c>) where the system tells whose a connection is, which Linux does.
    /// </remarks>
    /// <param name="monitor">What answers; called from several threads at once.</param>
    /// <param name="observe">Told of each request, by the method's name and as it was sent, from several threads; null for nobody.</param>
    /// <param name="onSocket">Whether the program takes a socket for an address, as those for Node.js, Python and Go do; else, and where there are no sockets, it gets a free port of 127.0.0.1.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="InvalidOperationException">ASP.NET Core is not installed.</exception>
    public static async Task<EngineServer> StartAsync(
        IMonitor monitor,
        Action<string, IMessage>? observe = null,
        bool onSocket = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        CallbackClients callbacks = new();
        ResourceMonitorService resources = new(monitor, callbacks);
        EngineService engine = new(monitor);
        GrpcServer server = await GrpcServer.StartAsync(
            binder =>
            {
                Messages.ResourceMonitor.BindService(binder, resources);
                Messages.Engine.BindService(binder, engine);
            },
            observe,
            onSocket,
            cancellationToken).ConfigureAwait(false);
        return new EngineServer(server, callbacks);
    }

    /// <summary>Ends the server and all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        _callbacks.Dispose();
    }
}

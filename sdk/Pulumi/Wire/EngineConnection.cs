using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;

namespace Pulumi.Wire;

/// <summary>The way to one of the engine's services: unencrypted HTTP/2 without proxy.</summary>
internal sealed class EngineConnection : IDisposable
{
    // The engine's own limit.
    private const int MaxMessageBytes = 400 * 1024 * 1024;

    // A connection that ends while the engine is there is replaced; one that ends because the engine died is not. The
    // system closes the sockets of a dead process one after the other, hence more than one look.
    private static readonly TimeSpan[] Looks = [TimeSpan.Zero, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)];

    private readonly EngineAddress _address;
    private readonly EngineLoss _loss;
    private readonly EnginePatience _patience;
    private readonly GrpcChannel _channel;
    private readonly CancellationTokenSource _disposed = new();

    /// <param name="address">Where the service listens.</param>
    /// <param name="loss">Told when the engine is gone.</param>
    /// <param name="patience">How long it may be silent.</param>
    public EngineConnection(EngineAddress address, EngineLoss loss, EnginePatience patience)
    {
        _address = address;
        _loss = loss;
        _patience = patience;
        _channel = GrpcChannel.ForAddress(address.Uri, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler
            {
                UseProxy = false,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
                KeepAlivePingDelay = patience.PingEvery,
                KeepAlivePingTimeout = patience.PingAnswer,
                KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
                ConnectCallback = async (_, cancellationToken) => await ConnectAsync(cancellationToken).ConfigureAwait(false),
            },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxMessageBytes,
            MaxSendMessageSize = MaxMessageBytes,
        });
        Invoker = _channel.CreateCallInvoker();
    }

    public CallInvoker Invoker { get; }

    /// <summary>When a question that costs the engine no work has to be answered, as gRPC takes it.</summary>
    public DateTime FirstAnswer => DateTime.UtcNow + _patience.FirstAnswer;

    /// <summary>What a failed call means.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="what">What was asked of the engine, e.g. <c>registering x:y:Z 'z'</c>.</param>
    /// <param name="ended">Gives the exception for an engine that has ended the run.</param>
    public Exception Explain(RpcException exception, string what, Func<string, Exception> ended)
    {
        // Without a message from the other side the call itself failed.
        if (exception.Status.DebugException is { } cause)
        {
            return _loss.Report(_address, cause);
        }

        string detail = exception.Status.Detail;
        return exception.StatusCode switch
        {
            StatusCode.Unavailable or StatusCode.Cancelled => ended(detail),
            StatusCode.Unimplemented => new RunException($"The Pulumi engine does not support {what}: {detail}. Update the Pulumi CLI."),
            _ => new RunException($"The Pulumi engine refused {what}: {detail}"),
        };
    }

    /// <summary>What it means that <see cref="FirstAnswer"/> has passed.</summary>
    public Exception ExplainSilence() => _loss.ReportSilence(_address, _patience.FirstAnswer);

    public void Dispose()
    {
        _disposed.Cancel();
        _channel.Dispose();
        _disposed.Dispose();
    }

    private async Task<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        Socket socket = await OpenAsync(cancellationToken).ConfigureAwait(false);
        _loss.Connected();
        CancellationToken disposed = _disposed.Token;
        return new EngineStream(socket, () => _ = LookAsync(disposed));
    }

    private async Task<Socket> OpenAsync(CancellationToken cancellationToken)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(_address.Host, _address.Port, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task LookAsync(CancellationToken disposed)
    {
        try
        {
            foreach (TimeSpan pause in Looks)
            {
                await Task.Delay(pause, disposed).ConfigureAwait(false);
                using Socket socket = await OpenAsync(disposed).ConfigureAwait(false);
            }
        }
        catch (SocketException)
        {
            _loss.Report(_address, cause: null);
        }
        catch (OperationCanceledException)
        {
            // The run is over: nobody asks any more.
        }
    }
}

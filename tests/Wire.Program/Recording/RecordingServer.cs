using System.Collections.Concurrent;
using System.Globalization;
using Google.Protobuf;
using Rampart.Server.Engine;

namespace Rampart.WireProgram.Recording;

/// <summary>A <see cref="ScriptedEngine"/> for one run, and what it was asked.</summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Method, IMessage Message)> _requests;
    private readonly EngineServer _server;

    private RecordingServer(EngineServer server, ConcurrentQueue<(string Method, IMessage Message)> requests)
    {
        _server = server;
        _requests = requests;
    }

    public string Address => _server.Address;

    public static async Task<RecordingServer> StartAsync(bool isPreview, CancellationToken cancellationToken)
    {
        ConcurrentQueue<(string Method, IMessage Message)> requests = [];
        EngineServer server = await EngineServer.StartAsync(
            new ScriptedEngine(isPreview),
            (method, message) => requests.Enqueue((method, message)),
            cancellationToken: cancellationToken).ConfigureAwait(false);
        return new RecordingServer(server, requests);
    }

    /// <summary>The requests, in an order that does not depend on when they were sent, and the exit code.</summary>
    public string Write(int exitCode) =>
        RequestText.Write(_requests, hasFailed: exitCode != 0) + string.Create(CultureInfo.InvariantCulture, $"exit {exitCode}\n");

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

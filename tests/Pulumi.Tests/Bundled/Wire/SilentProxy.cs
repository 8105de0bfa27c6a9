using System.Net;
using System.Net.Sockets;
using Pulumi.Wire;

namespace Pulumi.Tests.Bundled.Wire;

/// <summary>Stands between a program and an engine, takes connections, and can keep the engine's answers to itself.</summary>
internal sealed class SilentProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _clients = [];
    private readonly EngineAddress _engine;

    public SilentProxy(string engine)
    {
        _engine = EngineAddress.Parse("engine", engine);
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Whether nothing that the engine says comes through.</summary>
    public volatile bool IsSilent;

    public ValueTask DisposeAsync()
    {
        _listener.Stop();
        foreach (TcpClient client in _clients)
        {
            client.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient program = await _listener.AcceptTcpClientAsync(), engine = new();
            _clients.AddRange([program, engine]);
            await engine.ConnectAsync(_engine.Host, _engine.Port);
            _ = CopyAsync(program.GetStream(), engine.GetStream(), isAnswer: false);
            _ = CopyAsync(engine.GetStream(), program.GetStream(), isAnswer: true);
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool isAnswer)
    {
        byte[] part = new byte[4096];
        for (int count; (count = await from.ReadAsync(part)) > 0;)
        {
            if (!isAnswer || !IsSilent)
            {
                await to.WriteAsync(part.AsMemory(0, count));
            }
        }
    }
}

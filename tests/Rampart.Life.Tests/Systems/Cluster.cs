using System.Net.Sockets;
using System.Text.Json;

namespace Rampart.Life.Tests.Systems;

/// <summary>The cluster: its API, read through <c>kubectl proxy</c>, which signs in by whatever the kubeconfig says, and <c>kubectl</c>.</summary>
internal sealed class Cluster : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder;
    private readonly RealSystems _systems;
    private readonly Command _proxy;
    private readonly HttpClient _http;

    private Cluster(string folder, RealSystems systems, string socket)
    {
        _folder = folder;
        _systems = systems;

        // A socket file in a folder that is ours alone; a port would be open to everyone on this machine.
        _proxy = Command.Start(folder, Variables, "kubectl", "proxy", $"--unix-socket={socket}");
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                Socket connection = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), token);
                return new NetworkStream(connection, ownsSocket: true);
            },
        })
        {
            BaseAddress = new Uri("http://localhost"),
            Timeout = Patience,
        };
    }

    private IEnumerable<(string, string?)> Variables => [("KUBECONFIG", _systems.Kubeconfig)];

    public static async Task<Cluster> ConnectAsync(string folder, RealSystems systems)
    {
        string socket = Path.Join(folder, "api.sock");
        Cluster cluster = new(folder, systems, socket);
        await Until.TrueAsync(() => Task.FromResult(File.Exists(socket)), Patience, "kubectl proxy listens");
        return cluster;
    }

    /// <summary>The items of a list, such as <c>/api/v1/namespaces/web/pods</c>.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path)
    {
        await using Stream body = await _http.GetStreamAsync(path, TestContext.Current.CancellationToken);
        using JsonDocument list = await JsonDocument.ParseAsync(body, cancellationToken: TestContext.Current.CancellationToken);
        return [.. list.RootElement.GetProperty("items").EnumerateArray().Select(static item => item.Clone())];
    }

    public async Task<string> KubectlAsync(params IEnumerable<string> arguments)
    {
        CommandEnd end = await Command.RunAsync(_folder, Variables, ["kubectl", .. arguments]);
        return end.Succeeded ? end.Output : throw new InvalidOperationException($"kubectl {string.Join(' ', arguments)}: {end.Tail}");
    }

    /// <summary>Every object that is in no namespace, as <c>kind/name</c>; nodes and what the cluster itself adds in passing are left out.</summary>
    public async Task<SortedSet<string>> ClusterObjectsAsync()
    {
        string kinds = await KubectlAsync("api-resources", "--namespaced=false", "--verbs=list", "--output=name");
        string[] stable = [.. kinds.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static kind =>
            kind is not ("nodes" or "componentstatuses" or "csinodes.storage.k8s.io" or "certificatesigningrequests.certificates.k8s.io"))];
        string objects = await KubectlAsync("get", string.Join(',', stable), "--output=name");
        return new(objects.Split('\n', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    }

    public void Dispose()
    {
        _http.Dispose();
        _proxy.Dispose();
    }
}

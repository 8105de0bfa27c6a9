using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulumi.Wire;
using Rampart.Protocol.Monitor;
using Rampart.Wire.Messages;
using LogRequest = Rampart.Wire.Messages.LogRequest;
using ReadResourceRequest = Rampart.Wire.Messages.ReadResourceRequest;
using RegisterResourceOutputsRequest = Rampart.Wire.Messages.RegisterResourceOutputsRequest;
using RegisterResourceRequest = Rampart.Wire.Messages.RegisterResourceRequest;
using RegisterResourceResponse = Rampart.Wire.Messages.RegisterResourceResponse;

namespace Pulumi.Tests.Bundled.Wire;

/// <summary>
/// An engine on a port of this machine, made with ASP.NET Core's own gRPC: it keeps what it is sent and answers what the
/// test says.
/// </summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly ConcurrentQueue<(IMessage Message, int Stream)> _requests = new();
    private readonly ConcurrentDictionary<string, ConnectionContext> _connections = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Exception> _exceptions = new();
    private readonly WebApplication _application;

    private FakeEngine()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;
            options.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.Use(next => connection =>
                {
                    _connections[connection.ConnectionId] = connection;
                    return next(connection);
                });
            });
        });
        builder.Services.AddSingleton(this);
        builder.Services.AddGrpc(static options => options.MaxReceiveMessageSize = null);
        _application = builder.Build();
        _application.MapGrpcService<MonitorService>();
        _application.MapGrpcService<EngineService>();
    }

    /// <summary>All that was sent, in the order in which it came.</summary>
    public IReadOnlyList<IMessage> Requests => [.. _requests.Select(static request => request.Message)];

    public IReadOnlyList<RegisterResourceRequest> Registrations => [.. Requests.OfType<RegisterResourceRequest>()];

    public IReadOnlyList<LogRequest> Messages => [.. Requests.OfType<LogRequest>()];

    /// <summary>What the program ended with, whether or not it could be told.</summary>
    public IReadOnlyList<Exception> Exceptions => [.. _exceptions];

    /// <summary>The ids of the features that this engine has.</summary>
    public HashSet<string> Features { get; } =
    [
        "resourceReferences", "outputValues", "aliasSpecs", "deletedWith", "replaceWith", "transforms", "invokeTransforms",
        "parameterization", "resourceHooks",
    ];

    public bool IsDryRun { get; set; }

    /// <summary>Where a program finds the engine, when not at <see cref="Address"/>.</summary>
    public string? Via { get; set; }

    /// <summary>How long a program lets the engine be silent; null for the default.</summary>
    public EnginePatience? Patience { get; set; }

    /// <summary>What a registration is answered; by default the inputs, and the name as id.</summary>
    public Func<RegisterResourceRequest, string, Task<RegisterResourceResponse>> OnRegister { get; set; } = Answer;

    public Func<ReadResourceRequest, string, Task<ReadResourceResponse>> OnRead { get; set; } =
        static (request, urn) => Task.FromResult(new ReadResourceResponse { Urn = urn, Properties = request.Properties });

    public Func<ResourceInvokeRequest, Task<ResourceInvokeResponse>> OnInvoke { get; set; } =
        static request => Task.FromResult(new ResourceInvokeResponse { Return = request.Args });

    public Func<ResourceCallRequest, Task<Rampart.Wire.Messages.CallResponse>> OnCall { get; set; } =
        static request => Task.FromResult(new Rampart.Wire.Messages.CallResponse { Return = request.Args });

    public Func<LogRequest, Task> OnLog { get; set; } = static _ => Task.CompletedTask;

    public Func<Task> OnShutdown { get; set; } = static () => Task.CompletedTask;

    public Func<string, Task> OnRequireVersion { get; set; } = static _ => Task.CompletedTask;

    public string Address { get; private set; } = "";

    public static async Task<FakeEngine> StartAsync()
    {
        FakeEngine engine = new();
        await engine._application.StartAsync(TestContext.Current.CancellationToken);
        string url = engine._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        engine.Address = new Uri(url).Authority;
        return engine;
    }

    public static Task<RegisterResourceResponse> Answer(RegisterResourceRequest request, string urn) =>
        Task.FromResult(new RegisterResourceResponse
        {
            Urn = urn,
            Id = request.Custom ? request.Name + "-id" : "",
            Object = request.Custom ? request.Object : ByteString.Empty,
        });

    /// <summary>Requests in the order in which the program began them, which their streams' numbers tell.</summary>
    public IEnumerable<T> InOrderOfStreams<T>()
        where T : IMessage =>
        _requests
            .Where(static request => request.Message is T)
            .OrderBy(static request => request.Stream)
            .Select(static request => (T)request.Message);

    /// <summary>Calls a function of the program, as the engine does for transforms and hooks.</summary>
    public static async Task<ByteString> CallAsync(Callback callback, IMessage request)
    {
        using GrpcChannel channel = GrpcChannel.ForAddress("http://" + callback.Target);
        CallbackInvokeResponse response = await new Callbacks.CallbacksClient(channel).InvokeAsync(
            new CallbackInvokeRequest { Token = callback.Token, Request = request.ToByteString() });
        return response.Response;
    }

    /// <summary>Ends connections as a server does that closes idle ones.</summary>
    public async Task CloseConnectionsAsync()
    {
        foreach (ConnectionContext connection in _connections.Values)
        {
            await connection.DisposeAsync();
        }
    }

    /// <summary>Runs a program under this engine: project <c>proj</c>, stack <c>dev</c>.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(Action program) => RunAsync(() => Deployment.RunAsync(program));

    /// <inheritdoc cref="RunAsync(Action)"/>
    public async Task<int> RunAsync(Func<Task<int>> program)
    {
        EngineAddress address = EngineAddress.Parse("address", Via ?? Address);
        RemoteEngine remote = new(address, address, "dev", "proj", acceptResources: true, Patience);
        EngineSession.Current = new EngineSession
        {
            Monitor = remote.Monitor,
            Remote = remote,
            Project = "proj",
            Stack = "dev",
            IsDryRun = IsDryRun,
            OnException = _exceptions.Enqueue,
        };
        return await program();
    }

    /// <summary>Ends without waiting for calls, as a process does that is killed.</summary>
    public Task KillAsync() => _application.StopAsync(new CancellationToken(canceled: true));

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private static string Urn(string parent, string type, string name) => ResourceUrn.Create("dev", "proj", parent, type, name);

    private T Keep<T>(T request, ServerCallContext context)
        where T : IMessage
    {
        // Connection and stream, e.g. 0HN123:00000005.
        string stream = context.GetHttpContext().TraceIdentifier.Split(':')[1];
        _requests.Enqueue((request, int.Parse(stream, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        return request;
    }

    private sealed class MonitorService(FakeEngine engine) : ResourceMonitor.ResourceMonitorBase
    {
        public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context) =>
            Task.FromResult(new SupportsFeatureResponse { HasSupport = engine.Features.Contains(engine.Keep(request, context).Id) });

        public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context) =>
            engine.OnRegister(engine.Keep(request, context), Urn(request.Parent, request.Type, request.Name));

        public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context) =>
            engine.OnRead(engine.Keep(request, context), Urn(request.Parent, request.Type, request.Name));

        public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context)
        {
            engine.Keep(request, context);
            return Task.FromResult(new Empty());
        }

        public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) =>
            engine.OnInvoke(engine.Keep(request, context));

        public override Task<Rampart.Wire.Messages.CallResponse> Call(ResourceCallRequest request, ServerCallContext context) =>
            engine.OnCall(engine.Keep(request, context));

        public override Task<RegisterPackageResponse> RegisterPackage(Rampart.Wire.Messages.RegisterPackageRequest request, ServerCallContext context)
        {
            engine.Keep(request, context);
            return Task.FromResult(new RegisterPackageResponse { Ref = "ref-of-" + request.Name });
        }

        public override Task<Empty> RegisterStackInvokeTransform(Callback request, ServerCallContext context)
        {
            engine.Keep(request, context);
            return Task.FromResult(new Empty());
        }

        public override Task<Empty> RegisterResourceHook(RegisterResourceHookRequest request, ServerCallContext context)
        {
            engine.Keep(request, context);
            return Task.FromResult(new Empty());
        }

        public override Task<Empty> RegisterErrorHook(RegisterErrorHookRequest request, ServerCallContext context)
        {
            engine.Keep(request, context);
            return Task.FromResult(new Empty());
        }

        public override async Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context)
        {
            engine.Keep(request, context);
            await engine.OnShutdown();
            return request;
        }
    }

    private sealed class EngineService(FakeEngine engine) : Rampart.Wire.Messages.Engine.EngineBase
    {
        public override async Task<Empty> Log(LogRequest request, ServerCallContext context)
        {
            await engine.OnLog(engine.Keep(request, context));
            return new Empty();
        }

        public override async Task<RequirePulumiVersionResponse> RequirePulumiVersion(
            RequirePulumiVersionRequest request,
            ServerCallContext context)
        {
            await engine.OnRequireVersion(engine.Keep(request, context).PulumiVersionRange);
            return new RequirePulumiVersionResponse();
        }
    }
}

using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Rampart.Protocol.Monitor;
using Messages = Rampart.Wire.Messages;

namespace Rampart.Server.Engine;

/// <summary>The service <c>Engine</c>: messages to the user.</summary>
/// <param name="monitor">What takes the messages.</param>
internal sealed class EngineService(IMonitor monitor) : Messages.Engine.EngineBase
{
    private string _rootUrn = "";

    public override async Task<Empty> Log(Messages.LogRequest request, ServerCallContext context)
    {
        await monitor.LogAsync(new LogRequest(
            (LogSeverity)request.Severity, request.Message, request.Urn, request.StreamId, request.Ephemeral)).ConfigureAwait(false);
        return new Empty();
    }

    public override Task<Messages.GetRootResourceResponse> GetRootResource(Messages.GetRootResourceRequest request, ServerCallContext context) =>
        Task.FromResult(new Messages.GetRootResourceResponse { Urn = _rootUrn });

    public override Task<Messages.SetRootResourceResponse> SetRootResource(Messages.SetRootResourceRequest request, ServerCallContext context)
    {
        _rootUrn = request.Urn;
        return Task.FromResult(new Messages.SetRootResourceResponse());
    }

    public override async Task<Messages.RequirePulumiVersionResponse> RequirePulumiVersion(
        Messages.RequirePulumiVersionRequest request,
        ServerCallContext context)
    {
        await monitor.RequirePulumiVersionAsync(request.PulumiVersionRange).ConfigureAwait(false);
        return new Messages.RequirePulumiVersionResponse();
    }
}

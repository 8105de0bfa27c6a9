using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Wire.Structs;
using Messages = Rampart.Wire.Messages;

namespace Rampart.Server.Engine;

/// <summary>The service <c>ResourceMonitor</c>.</summary>
/// <param name="monitor">What answers.</param>
/// <param name="callbacks">The programs' own functions, for transforms.</param>
internal sealed class ResourceMonitorService(IMonitor monitor, CallbackClients callbacks) : Messages.ResourceMonitor.ResourceMonitorBase
{
    private const string GetResource = "pulumi:pulumi:getResource";

    private readonly TransformingMonitor _transforming = new(monitor);
    private int _waiting;

    public override async Task<Messages.SupportsFeatureResponse> SupportsFeature(Messages.SupportsFeatureRequest request, ServerCallContext context) =>
        new() { HasSupport = Features.IsServed(request.Id) && await monitor.SupportsFeatureAsync(request.Id).ConfigureAwait(false) };

    public override async Task<Messages.RegisterResourceResponse> RegisterResource(Messages.RegisterResourceRequest request, ServerCallContext context)
    {
        RegisterResourceRequest registration = RegistrationReader.Read(request);
        if (request.Transforms.Count > 0)
        {
            registration = registration with { Transforms = [.. request.Transforms.Select(callbacks.Transform)] };
        }

        RegisterResourceResponse response = await _transforming.RegisterResourceAsync(registration).ConfigureAwait(false);
        PropertyObject outputs = Answers.Adapt(response.Outputs, request.AcceptSecrets, request.AcceptResources);
        Messages.RegisterResourceResponse answer = new()
        {
            Urn = response.Urn,
            Id = response.Id,
            Object = PropertyStruct.Write(request.SupportsPartialValues ? outputs : Answers.DropUnknown(outputs)),
            Result = (Messages.Result)response.Result,
        };
        if (response.Result != RegisterResult.Success && !request.SupportsResultReporting)
        {
            throw new RpcException(new Status(StatusCode.Internal, "resource registration failed"));
        }

        foreach (PropertyDependency dependency in response.PropertyDependencies)
        {
            Messages.PropertyDependencies urns = new();
            urns.Urns.AddRange(dependency.Urns);
            answer.PropertyDependencies.Add(dependency.Property, urns);
        }

        return answer;
    }

    public override async Task<Empty> RegisterResourceOutputs(Messages.RegisterResourceOutputsRequest request, ServerCallContext context)
    {
        await monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest(
            request.Urn, PropertyStruct.Read(request.Outputs))).ConfigureAwait(false);
        return new Empty();
    }

    public override async Task<Messages.ReadResourceResponse> ReadResource(Messages.ReadResourceRequest request, ServerCallContext context)
    {
        RegisterResourceResponse response = await monitor.ReadResourceAsync(RegistrationReader.Read(request)).ConfigureAwait(false);
        return new Messages.ReadResourceResponse
        {
            Urn = response.Urn,
            Properties = PropertyStruct.Write(Answers.Adapt(response.Outputs, request.AcceptSecrets, request.AcceptResources)),
        };
    }

    public override async Task<Messages.ResourceInvokeResponse> Invoke(Messages.ResourceInvokeRequest request, ServerCallContext context)
    {
        InvokeResponse response = await _transforming.InvokeAsync(new InvokeRequest(
            request.Tok,
            PropertyStruct.Read(request.Args),
            request.Provider,
            request.Version,
            request.PluginDownloadURL)
        {
            PackageRef = request.PackageRef,
        }).ConfigureAwait(false);

        // Programs that say nothing about references still understand those in the answer of the engine's own function.
        bool acceptResources = request.AcceptResources || request.Tok == GetResource;
        Messages.ResourceInvokeResponse answer = new()
        {
            Return = PropertyStruct.Write(Answers.Adapt(response.Return, acceptSecrets: true, acceptResources)),
        };
        AddFailures(answer.Failures, response.Failures);
        return answer;
    }

    public override async Task<Messages.CallResponse> Call(Messages.ResourceCallRequest request, ServerCallContext context)
    {
        CallResponse response = await monitor.CallAsync(new CallRequest(
            request.Tok,
            PropertyStruct.Read(request.Args),
            RegistrationReader.Dependencies(request.ArgDependencies),
            request.Provider,
            request.Version,
            request.PluginDownloadURL)
        {
            PackageRef = request.PackageRef,
        }).ConfigureAwait(false);
        Messages.CallResponse answer = new() { Return = PropertyStruct.Write(response.Return) };
        foreach (PropertyDependency dependency in response.ReturnDependencies)
        {
            Messages.PropertyDependencies urns = new();
            urns.Urns.AddRange(dependency.Urns);
            answer.ReturnDependencies.Add(dependency.Property, urns);
        }

        AddFailures(answer.Failures, response.Failures);
        return answer;
    }

    public override Task<Empty> RegisterStackTransform(Messages.Callback request, ServerCallContext context)
    {
        _transforming.RegisterStackTransform(callbacks.Transform(request));
        return Task.FromResult(new Empty());
    }

    public override async Task<Empty> RegisterStackInvokeTransform(Messages.Callback request, ServerCallContext context)
    {
        await _transforming.RegisterInvokeTransformAsync(callbacks.TransformInvoke(request)).ConfigureAwait(false);
        return new Empty();
    }

    /// <summary>Takes note of nothing: nothing is created, so there is nothing to run before or after.</summary>
    public override Task<Empty> RegisterResourceHook(Messages.RegisterResourceHookRequest request, ServerCallContext context) =>
        Task.FromResult(new Empty());

    /// <inheritdoc cref="RegisterResourceHook"/>
    public override Task<Empty> RegisterErrorHook(Messages.RegisterErrorHookRequest request, ServerCallContext context) =>
        Task.FromResult(new Empty());

    public override async Task<Messages.RegisterPackageResponse> RegisterPackage(Messages.RegisterPackageRequest request, ServerCallContext context) =>
        new() { Ref = await monitor.RegisterPackageAsync(RegistrationReader.Read(request)).ConfigureAwait(false) };

    public override async Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context)
    {
        if (Interlocked.Exchange(ref _waiting, 1) != 0)
        {
            throw new RpcException(new Status(StatusCode.Unknown, "Already waiting for shutdown"));
        }

        await monitor.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
        return new Empty();
    }

    private static void AddFailures(Google.Protobuf.Collections.RepeatedField<Messages.CheckFailure> target, IReadOnlyList<InvokeFailure> failures)
    {
        foreach (InvokeFailure failure in failures)
        {
            target.Add(new Messages.CheckFailure { Property = failure.Property, Reason = failure.Reason });
        }
    }
}

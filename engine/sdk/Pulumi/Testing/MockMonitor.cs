using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Wire;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi.Testing;

/// <summary>An engine that asks a test's <see cref="IMocks"/> for its answers.</summary>
internal sealed class MockMonitor(IMocks mocks, string project, string stack) : IMonitor
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RegisterResourceResponse> _registered = new(StringComparer.Ordinal);
    private readonly List<Resource> _resources = [];
    private readonly List<string> _errors = [];

    /// <summary>The errors that were logged, in their order.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_lock)
            {
                return [.. _errors];
            }
        }
    }

    /// <summary>The resources in the order of their registrations.</summary>
    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_lock)
            {
                return [.. _resources];
            }
        }
    }

    public void Add(Resource resource)
    {
        lock (_lock)
        {
            _resources.Add(resource);
        }
    }

    public ValueTask<bool> SupportsFeatureAsync(string feature) => ValueTask.FromResult(feature != "outputValues");

    public ValueTask<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request)
    {
        string urn = ResourceUrn.Create(stack, project, request.Parent, request.Type, request.Name);
        return request.Type == Stack.RootType
            ? ValueTask.FromResult(Remember(new RegisterResourceResponse { Urn = urn }))
            : AnswerAsync(urn, request.ImportId, new MockResourceArgs
            {
                Type = request.Type,
                Name = request.Name,
                Inputs = UntypedReader.ReadKnown(request.Inputs, Find),
                Provider = request.Provider,
                Id = request.ImportId,
            });
    }

    public ValueTask<RegisterResourceResponse> ReadResourceAsync(ReadResourceRequest request) =>
        AnswerAsync(
            ResourceUrn.Create(stack, project, request.Parent, request.Type, request.Name),
            request.Id,
            new MockResourceArgs
            {
                Type = request.Type,
                Name = request.Name,
                Inputs = UntypedReader.ReadKnown(request.Inputs, Find),
                Provider = request.Provider,
                Id = request.Id,
            });

    public async ValueTask RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
    {
        ImmutableDictionary<string, Output<object?>>.Builder outputs = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (Property property in request.Outputs.Properties)
        {
            bool isKnown = !property.Value.ContainsUnknowns;
            outputs.Add(property.Name, new Output<object?>(new OutputData<object?>(
                isKnown ? UntypedReader.Read(property.Value, Find) : null,
                ResourceSet.Empty,
                isKnown,
                property.Value.ContainsSecrets)));
        }

        await mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(request.Urn, outputs.ToImmutable())).ConfigureAwait(false);
    }

    public async ValueTask<InvokeResponse> InvokeAsync(InvokeRequest request)
    {
        if (request.Token == "pulumi:pulumi:getResource")
        {
            return GetResource(request.Args["urn"].AsString());
        }

        PropertyObject result = await CallAsync(request.Token, request.Args, request.Provider).ConfigureAwait(false);
        return new InvokeResponse(result, []);
    }

    public async ValueTask<CallResponse> CallAsync(CallRequest request)
    {
        PropertyObject result = await CallAsync(request.Token, request.Args, request.Provider).ConfigureAwait(false);
        return new CallResponse(result, [], []);
    }

    public ValueTask LogAsync(LogRequest request)
    {
        if (request.Severity == LogSeverity.Error)
        {
            lock (_lock)
            {
                _errors.Add(request.Message);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask SignalAndWaitForShutdownAsync() => ValueTask.CompletedTask;

    private async ValueTask<RegisterResourceResponse> AnswerAsync(string urn, string givenId, MockResourceArgs args)
    {
        (string? id, object state) = await mocks.NewResourceAsync(args).ConfigureAwait(false);
        return Remember(new RegisterResourceResponse
        {
            Urn = urn,
            Id = id ?? givenId,
            Outputs = await SerializeAsync(state).ConfigureAwait(false),
        });
    }

    private async ValueTask<PropertyObject> CallAsync(string token, PropertyObject args, string provider) =>
        await SerializeAsync(await mocks.CallAsync(new MockCallArgs
        {
            Token = token,
            Args = UntypedReader.ReadKnown(args, Find),
            Provider = provider,
        }).ConfigureAwait(false)).ConfigureAwait(false);

    private InvokeResponse GetResource(string urn)
    {
        lock (_lock)
        {
            return _registered.TryGetValue(urn, out RegisterResourceResponse? known)
                ? new InvokeResponse(
                    PropertyObject.Create(
                        new Property("id", PropertyValue.From(known.Id)),
                        new Property("state", PropertyValue.From(known.Outputs)),
                        new Property("urn", PropertyValue.From(urn))),
                    [])
                : throw new InvalidOperationException($"Unknown resource {urn}");
        }
    }

    private RegisterResourceResponse Remember(RegisterResourceResponse response)
    {
        lock (_lock)
        {
            _registered[response.Urn] = response;
        }

        return response;
    }

    private Resource? Find(string urn)
    {
        foreach (Resource resource in Resources)
        {
            if (resource.TryGetResponse(out RegisterResourceResponse? response, out _) && response.Urn == urn)
            {
                return resource;
            }
        }

        return null;
    }

    private static async ValueTask<PropertyObject> SerializeAsync(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        PropertyValue written = await Deployment.WriteAsync(writer => writer.ObjectValue(value), EngineFeatures.InProcess).ConfigureAwait(false);
        return written.Inner.ObjectOrNull()
            ?? throw new InvalidOperationException($"{value.GetType().FullName} is not a supported argument type.");
    }
}

using Rampart.Plan.Configuration;
using Rampart.Plan.Plans;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Monitors;

/// <summary>
/// An engine that only remembers: it answers each registration with what is known of the result before anything
/// exists, as the real engine does in a preview, and builds the <see cref="Plan"/>.
/// </summary>
/// <remarks>
/// A resource is answered with its own inputs, secret where the engine would answer with secrets; all else, its id included, is
/// unknown. Safe for concurrent calls.
/// </remarks>
public sealed class PlanMonitor : IMonitor
{
    private readonly string _project;
    private readonly string _stack;
    private readonly Lock _lock = new();
    private readonly List<PlanResource> _resources = [];
    private readonly Dictionary<string, int> _byUrn = new(StringComparer.Ordinal);
    private readonly List<LogRequest> _messages = [];
    private readonly SortedSet<string> _functions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kindsOfCluster = new(StringComparer.Ordinal);
    private readonly InheritedProviders _providers = new();

    /// <summary>Creates an engine for one run.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack.</param>
    public PlanMonitor(string project, string stack)
    {
        _project = project;
        _stack = stack;
    }

    /// <summary>The namespace of the default provider of Kubernetes, <c>kubernetes:namespace</c> of the stack; null, the default, for none.</summary>
    public PropertyValue KubernetesNamespace { get; init; }

    /// <summary>An engine for a stack, with what its configuration says of providers.</summary>
    public static PlanMonitor Of(StackConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new PlanMonitor(configuration.ProjectName, configuration.StackName) { KubernetesNamespace = DefaultNamespace.Of(configuration) };
    }

    /// <summary>What has been registered so far.</summary>
    public Plans.Plan ToPlan()
    {
        lock (_lock)
        {
            PropertyObject outputs = _resources is [{ Type: ResourceUrn.StackType } stack, ..] ? stack.Outputs : PropertyObject.Empty;
            return new Plans.Plan(_project, _stack, [.. _resources], outputs, [.. _messages]) { Functions = [.. _functions] };
        }
    }

    /// <summary>Whether nothing has been registered.</summary>
    internal bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _resources.Count == 0;
            }
        }
    }

    /// <summary>
    /// Puts the resources in an order that is the same each time, for programs whose registrations arrive in any order:
    /// parents before children, then by type and name.
    /// </summary>
    internal void Sort()
    {
        lock (_lock)
        {
            List<PlanResource> sorted = PlanOrder.Sort(_resources);
            _resources.Clear();
            _resources.AddRange(sorted);
            for (int i = 0; i < sorted.Count; i++)
            {
                _byUrn[sorted[i].Urn] = i;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> SupportsFeatureAsync(string feature) => ValueTask.FromResult(true);

    /// <inheritdoc/>
    /// <exception cref="PlanException">The URN is taken, or the parent is not there.</exception>
    public ValueTask<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string urn = ResourceUrn.Create(_stack, _project, request.Parent, request.Type, request.Name);
        string provider = FindProvider(urn, request);
        PropertyObject inputs = request.Custom && request.Type.StartsWith("kubernetes:", StringComparison.Ordinal)
            ? Place(request, AutoName.Apply(request.Type, request.Inputs, urn, request.Name), provider)
            : request.Inputs;
        inputs = SecretProperties.Mark(inputs, request.Type, request.AdditionalSecretOutputs);
        Add(new PlanResource(urn, request) { Inputs = inputs }, request.Parent);
        return ValueTask.FromResult(new RegisterResourceResponse
        {
            Urn = urn,
            Id = request.ImportId,
            Outputs = request.Custom ? inputs : PropertyObject.Empty,
        });
    }

    /// <inheritdoc/>
    /// <exception cref="PlanException">The URN is taken, or the parent is not there.</exception>
    public ValueTask<RegisterResourceResponse> ReadResourceAsync(ReadResourceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string urn = ResourceUrn.Create(_stack, _project, request.Parent, request.Type, request.Name);
        RegisterResourceRequest registration = new()
        {
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            Custom = true,
            Inputs = request.Inputs,
            Dependencies = request.Dependencies,
            Provider = request.Provider,
            Version = request.Version,
            PluginDownloadUrl = request.PluginDownloadUrl,
            AdditionalSecretOutputs = request.AdditionalSecretOutputs,
        };
        PropertyObject inputs = SecretProperties.Mark(request.Inputs, request.Type, request.AdditionalSecretOutputs);
        Add(new PlanResource(urn, registration) { Inputs = inputs, IsRead = true }, request.Parent);
        return ValueTask.FromResult(new RegisterResourceResponse { Urn = urn, Id = request.Id, Outputs = inputs });
    }

    /// <inheritdoc/>
    /// <exception cref="PlanException">There is no such resource.</exception>
    public ValueTask RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_lock)
        {
            PlanResource resource = Find(request.Urn);
            resource.Outputs = SecretProperties.Mark(request.Outputs, resource.Type, resource.Request.AdditionalSecretOutputs);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Answers that the result is not known: there is no provider to ask.</summary>
    public ValueTask<InvokeResponse> InvokeAsync(InvokeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Token == "pulumi:pulumi:getResource")
        {
            lock (_lock)
            {
                PlanResource resource = Find(request.Args["urn"].Inner.AsString());
                return ValueTask.FromResult(new InvokeResponse(
                    PropertyObject.Create(
                        new Property("id", PropertyValue.Unknown),
                        new Property("state", PropertyValue.From(resource.Request.Custom ? resource.Inputs : resource.Outputs)),
                        new Property("urn", PropertyValue.From(resource.Urn))),
                    []));
            }
        }

        AddFunction(request.Token);
        return ValueTask.FromResult(new InvokeResponse(UnknownResult, []));
    }

    /// <summary>Answers that the result is not known: there is no component provider to ask.</summary>
    public ValueTask<CallResponse> CallAsync(CallRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        AddFunction(request.Token);
        return ValueTask.FromResult(new CallResponse(UnknownResult, [], []));
    }

    /// <inheritdoc/>
    public ValueTask LogAsync(LogRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Ephemeral)
        {
            lock (_lock)
            {
                _messages.Add(request);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask SignalAndWaitForShutdownAsync() => ValueTask.CompletedTask;

    // One unknown property makes the whole result unknown, whatever the program reads from it.
    private static readonly PropertyObject UnknownResult = PropertyObject.Create(new Property("result", PropertyValue.Unknown));

    private PropertyObject Place(RegisterResourceRequest request, PropertyObject inputs, string provider)
    {
        lock (_lock)
        {
            if (DefaultNamespace.KindOfCluster(request) is { } kind)
            {
                _kindsOfCluster.Add(kind);
            }

            return DefaultNamespace.Apply(inputs, NamespaceOf(provider), _kindsOfCluster);
        }
    }

    private PropertyValue NamespaceOf(string provider)
    {
        if (provider.Length == 0)
        {
            return KubernetesNamespace;
        }

        int end = provider.LastIndexOf("::", StringComparison.Ordinal);
        return end > 0 && _byUrn.TryGetValue(provider[..end], out int place) && !_resources[place].IsRead
            ? _resources[place].Inputs["namespace"]
            : PropertyValue.Unknown;
    }

    private string FindProvider(string urn, RegisterResourceRequest request)
    {
        lock (_lock)
        {
            return _providers.Add(urn, request);
        }
    }

    private void AddFunction(string token)
    {
        lock (_lock)
        {
            _functions.Add(token);
        }
    }

    private void Add(PlanResource resource, string parent)
    {
        lock (_lock)
        {
            if (parent.Length > 0 && !_byUrn.ContainsKey(parent))
            {
                throw new PlanException($"could not find parent resource '{parent}' of '{resource.Urn}'");
            }

            if (!_byUrn.TryAdd(resource.Urn, _resources.Count))
            {
                throw new PlanException(
                    $"Duplicate resource URN '{resource.Urn}'; give one of the two resources another name or another parent");
            }

            _resources.Add(resource);
        }
    }

    private PlanResource Find(string urn) =>
        _byUrn.TryGetValue(urn, out int index) ? _resources[index] : throw new PlanException($"there is no resource '{urn}'");
}

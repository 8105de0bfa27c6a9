using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>Something that Pulumi manages: a resource of a provider, or a component that groups resources.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;

    // Made with the first child; also what its readers and writers lock.
    private List<Resource>? _children;
    private Output<string>? _urn;

    // One of the two is set once the constructor is through: the answer, or the task that gives it.
    private RegisterResourceResponse? _response;
    private Task<RegisterResourceResponse>? _registration;

    // For who asks before that: a transformation, which gets the resource while it is being made.
    private TaskCompletionSource<RegisterResourceResponse>? _early;

    [SuppressMessage("Performance", "CA1859", Justification = "Args and options may be replaced by transformations.")]
    private protected Resource(
        string type,
        string name,
        bool custom,
        ResourceArgs args,
        ResourceOptions options,
        bool remote = false,
        bool dependency = false,
        ResourceKind? kind = null,
        RegisterPackageRequest? package = null)
    {
        _type = type;
        _name = name;
        Remote = remote;
        if (dependency)
        {
            return;
        }

        if (string.IsNullOrEmpty(type))
        {
            throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        }

        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException("'name' cannot be null or empty.", nameof(name));
        }

        Deployment deployment = Deployment.Require();
        try
        {
            (args, options) = ResourceTransformations.Run(this, deployment, args, options);
        }
        catch (Exception exception)
        {
            _early?.SetException(exception);
            throw;
        }

        Resource? parent = options.Parent;
        Protect = options.Protect ?? parent?.Protect;
        Parent = parent ?? (this is Stack ? null : deployment.Stack);
        ResourceTransformations.Remember(this, options, parent ?? Parent);
        Providers = ProviderMap.For(this, custom, options, parent);
        Provider = custom ? options.Provider ?? ProviderMap.Find(type, parent) : null;
        Version = options.Version ?? kind?.Version;
        PluginDownloadURL = options.PluginDownloadURL;

        deployment.ReadOrRegister(new Registration(this, custom, remote, args, options, kind, package));

        // From here on other threads may see the resource: those that depend on its parent ask for its URN.
        parent?.AddChild(this);
        if (kind is null && (custom || remote || options.Urn is not null))
        {
            ReflectedOutputs.Initialize(this);
        }
    }

    /// <summary>The stable identity of the resource in its stack.</summary>
    public Output<string> Urn => _urn ??= FromResponse(static response => response.Urn, isKnown: static _ => true);

    internal bool Remote { get; }

    /// <summary>The parent that was given, or the stack; null for the stack itself.</summary>
    internal Resource? Parent { get; }

    internal bool? Protect { get; }

    internal string? Version { get; }

    internal string? PluginDownloadURL { get; }

    /// <summary>The providers by package that children take from this resource.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; } = ImmutableDictionary<string, ProviderResource>.Empty;

    /// <summary>The provider of a custom resource; null for the default provider.</summary>
    internal ProviderResource? Provider { get; }

    internal ImmutableArray<ResourceTransformation> Transformations { get; set; } = [];

    /// <summary>The type token.</summary>
    public string GetResourceType() => _type;

    /// <summary>The logical name.</summary>
    public string GetResourceName() => _name;

    /// <summary>The children that named this resource as their parent, in the order in which they were made.</summary>
    internal Resource[] Children()
    {
        List<Resource>? children = _children;
        if (children is null)
        {
            return [];
        }

        lock (children)
        {
            return [.. children];
        }
    }

    internal void Complete(RegisterResourceResponse response)
    {
        _response = response;
        _early?.SetResult(response);
    }

    internal void CompleteLater(Task<RegisterResourceResponse> registration)
    {
        _registration = registration;
        Deployment.Track(registration);
        if (_early is { } early)
        {
            registration.ContinueWith(early.SetFromTask, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Stands for a resource that is known by its URN only.</summary>
    private protected void CompleteAs(string urn) => _response = new RegisterResourceResponse { Urn = urn };

    /// <summary>Gets the engine's answer when it is there; otherwise what to wait for.</summary>
    internal bool TryGetResponse([NotNullWhen(true)] out RegisterResourceResponse? response, [NotNullWhen(false)] out Task<RegisterResourceResponse>? pending)
    {
        response = _response;
        pending = _registration;
        if (response is null && pending is null)
        {
            _early ??= new TaskCompletionSource<RegisterResourceResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
            pending = _early.Task;
        }

        if (response is null && pending is { IsCompletedSuccessfully: true })
        {
            response = _response = pending.Result;
        }

        return response is not null;
    }

    /// <summary>An output property, made when it is first asked for.</summary>
    internal Output<T> GetOutput<T>([NotNull] ref Output<T>? field, string name, Func<PropertyValue, T> read) =>
        field ??= TryGetResponse(out RegisterResourceResponse? response, out Task<RegisterResourceResponse>? pending)
            ? new Output<T>(ReadOutput(response, name, read, Deployment.Current?.IsDryRun ?? true))
            : new Output<T>(ReadOutputAsync(pending, name, read, Deployment.Current?.IsDryRun ?? true));

    private protected Output<T> FromResponse<T>(
        Func<RegisterResourceResponse, T> read,
        Func<RegisterResourceResponse, bool> isKnown)
    {
        return TryGetResponse(out RegisterResourceResponse? response, out Task<RegisterResourceResponse>? pending)
            ? new Output<T>(Data(response))
            : new Output<T>(DataAsync(pending));

        OutputData<T> Data(RegisterResourceResponse answer) =>
            new(read(answer), new ResourceSet(this), isKnown(answer), isSecret: false);

        async Task<OutputData<T>> DataAsync(Task<RegisterResourceResponse> task) => Data(await task.ConfigureAwait(false));
    }

    private async Task<OutputData<T>> ReadOutputAsync<T>(
        Task<RegisterResourceResponse> pending,
        string name,
        Func<PropertyValue, T> read,
        bool isDryRun) =>
        ReadOutput(await pending.ConfigureAwait(false), name, read, isDryRun);

    private OutputData<T> ReadOutput<T>(RegisterResourceResponse response, string name, Func<PropertyValue, T> read, bool isDryRun)
    {
        ResourceSet resources = new(this);
        foreach (PropertyDependency dependency in response.PropertyDependencies)
        {
            if (dependency.Property == name)
            {
                foreach (string urn in dependency.Urns)
                {
                    resources = resources.Add(new DependencyResource(urn));
                }
            }
        }

        PropertyValue value = response.Outputs[name];
        if (value.IsNull)
        {
            bool isKnown = !isDryRun && response.Result == RegisterResult.Success;
            return new OutputData<T>(default!, resources, isKnown, isSecret: false);
        }

        if (value.ContainsUnknowns)
        {
            return new OutputData<T>(default!, resources, isKnown: false, value.ContainsSecrets);
        }

        try
        {
            return new OutputData<T>(read(value.Inner), resources, isKnown: true, value.ContainsSecrets);
        }
        catch (InvalidOperationException exception)
        {
            Log.Warn($"Could not convert output '{name}' of {_type}: {exception.Message}", this);
            return new OutputData<T>(default!, resources, isKnown: true, value.ContainsSecrets);
        }
    }

    private void AddChild(Resource child)
    {
        if (_children is null)
        {
            Interlocked.CompareExchange(ref _children, [], null);
        }

        lock (_children)
        {
            _children.Add(child);
        }
    }
}

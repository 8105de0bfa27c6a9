using Rampart.Protocol.Values;

namespace Rampart.Protocol.Monitor;

/// <summary>
/// Calls the functions by which a program changes registrations and calls, for a monitor that does not do it itself. As the
/// engine does: first those of the resource, then those of its parents from the inside out, then those of the stack.
/// </summary>
/// <param name="inner">What answers; it gets registrations without transforms.</param>
public sealed class TransformingMonitor(IMonitor inner) : IMonitor
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Inherited> _byUrn = new(StringComparer.Ordinal);
    private TransformResource[] _stack = [];
    private TransformInvoke[] _invokes = [];

    /// <inheritdoc/>
    public ValueTask<bool> SupportsFeatureAsync(string feature) => inner.SupportsFeatureAsync(feature);

    /// <inheritdoc/>
    public ValueTask<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        TransformResource[] transforms;
        bool isChain;
        lock (_lock)
        {
            // Most programs have none: then there is no chain of parents to keep either. The stack comes first, so a chain
            // that is begun is complete.
            isChain = request.Transforms.Count > 0 || _byUrn.ContainsKey(request.Parent) || _stack.Length > 0;
            transforms = isChain ? Collect(request) : [];
        }

        return isChain ? TransformAsync(request, transforms) : inner.RegisterResourceAsync(request);
    }

    /// <inheritdoc/>
    public ValueTask<RegisterResourceResponse> ReadResourceAsync(ReadResourceRequest request) => inner.ReadResourceAsync(request);

    /// <inheritdoc/>
    public ValueTask RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) => inner.RegisterResourceOutputsAsync(request);

    /// <inheritdoc/>
    public ValueTask<InvokeResponse> InvokeAsync(InvokeRequest request)
    {
        TransformInvoke[] transforms = Volatile.Read(ref _invokes);
        return transforms.Length == 0 ? inner.InvokeAsync(request) : TransformAsync(request, transforms);
    }

    /// <inheritdoc/>
    public ValueTask<CallResponse> CallAsync(CallRequest request) => inner.CallAsync(request);

    /// <inheritdoc/>
    public ValueTask<string> RegisterPackageAsync(PackageRequest request) => inner.RegisterPackageAsync(request);

    /// <summary>Changes every later registration.</summary>
    public void RegisterStackTransform(TransformResource transform)
    {
        lock (_lock)
        {
            _stack = [.. _stack, transform];
        }
    }

    /// <inheritdoc/>
    public ValueTask RegisterInvokeTransformAsync(TransformInvoke transform)
    {
        lock (_lock)
        {
            Volatile.Write(ref _invokes, [.. _invokes, transform]);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask RegisterHookAsync(HookRequest request) => inner.RegisterHookAsync(request);

    /// <inheritdoc/>
    public ValueTask LogAsync(LogRequest request) => inner.LogAsync(request);

    /// <inheritdoc/>
    public ValueTask RequirePulumiVersionAsync(string versionRange) => inner.RequirePulumiVersionAsync(versionRange);

    /// <inheritdoc/>
    public ValueTask SignalAndWaitForShutdownAsync() => inner.SignalAndWaitForShutdownAsync();

    private TransformResource[] Collect(RegisterResourceRequest request)
    {
        List<TransformResource> transforms = [.. request.Transforms];
        for (string urn = request.Parent; _byUrn.TryGetValue(urn, out Inherited? inherited); urn = inherited.Parent)
        {
            transforms.AddRange(inherited.Transforms);
        }

        return [.. transforms, .. _stack];
    }

    private async ValueTask<RegisterResourceResponse> TransformAsync(RegisterResourceRequest request, TransformResource[] transforms)
    {
        RegisterResourceRequest changed = request with { Inputs = OutputValues.Wrap(request.Inputs, request.PropertyDependencies), Transforms = [] };
        foreach (TransformResource transform in transforms)
        {
            changed = await transform(changed, CancellationToken.None).ConfigureAwait(false);
        }

        IReadOnlyList<PropertyDependency> byProperty = [];
        PropertyObject inputs = OutputValues.Unwrap(changed.Inputs, ref byProperty);
        SortedSet<string> all = new(changed.Dependencies, StringComparer.Ordinal);
        foreach (PropertyDependency dependency in byProperty)
        {
            all.UnionWith(dependency.Urns);
        }

        RegisterResourceResponse response = await inner.RegisterResourceAsync(
            changed with { Inputs = inputs, Dependencies = [.. all], PropertyDependencies = byProperty }).ConfigureAwait(false);
        lock (_lock)
        {
            _byUrn[response.Urn] = new Inherited(request.Parent, request.Transforms);
        }

        return response;
    }

    private async ValueTask<InvokeResponse> TransformAsync(InvokeRequest request, TransformInvoke[] transforms)
    {
        foreach (TransformInvoke transform in transforms)
        {
            request = await transform(request, CancellationToken.None).ConfigureAwait(false);
        }

        IReadOnlyList<PropertyDependency> none = [];
        return await inner.InvokeAsync(request with { Args = OutputValues.Unwrap(request.Args, ref none) }).ConfigureAwait(false);
    }

    private sealed record Inherited(string Parent, IReadOnlyList<TransformResource> Transforms);
}

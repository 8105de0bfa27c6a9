using Google.Protobuf;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Wire.Structs;
using Messages = Rampart.Wire.Messages;

namespace Rampart.Server.Engine;

/// <summary>
/// Functions of a program that change registrations: those of the resource itself, then those of its parents from the
/// inside out, then those of the stack.
/// </summary>
/// <param name="callbacks">Calls the functions.</param>
internal sealed class ResourceTransforms(CallbackClients callbacks)
{
    private readonly Lock _lock = new();
    private readonly List<Messages.Callback> _stack = [];
    private readonly Dictionary<string, Inherited> _byUrn = new(StringComparer.Ordinal);

    /// <summary>Adds a function that changes every registration from now on.</summary>
    public void AddToStack(Messages.Callback transform)
    {
        lock (_lock)
        {
            _stack.Add(transform);
        }
    }

    /// <summary>The functions that change a registration, in the order in which they do.</summary>
    public IReadOnlyList<Messages.Callback> For(Messages.RegisterResourceRequest request)
    {
        lock (_lock)
        {
            if (request.Transforms.Count == 0 && _stack.Count == 0 && _byUrn.Count == 0)
            {
                return [];
            }

            List<Messages.Callback> transforms = [.. request.Transforms];
            for (string urn = request.Parent; _byUrn.TryGetValue(urn, out Inherited? inherited); urn = inherited.Parent)
            {
                transforms.AddRange(inherited.Transforms);
            }

            transforms.AddRange(_stack);
            return transforms;
        }
    }

    /// <summary>Keeps a resource's functions for its children.</summary>
    public void Remember(string urn, Messages.RegisterResourceRequest request)
    {
        lock (_lock)
        {
            // Most programs have none: then there is no chain of parents to keep either. The stack comes first, so a chain
            // that is begun is complete.
            if (request.Transforms.Count > 0 || _byUrn.ContainsKey(request.Parent))
            {
                _byUrn[urn] = new Inherited(request.Parent, [.. request.Transforms]);
            }
        }
    }

    /// <summary>The registration as the functions leave it.</summary>
    public async Task<Messages.RegisterResourceRequest> ApplyAsync(
        Messages.RegisterResourceRequest request,
        IReadOnlyList<Messages.Callback> transforms,
        CancellationToken cancellationToken)
    {
        if (transforms.Count == 0)
        {
            return request;
        }

        Messages.TransformRequest transform = new()
        {
            Type = request.Type,
            Name = request.Name,
            Custom = request.Custom,
            Parent = request.Parent,
            Properties = PropertyStruct.Write(OutputValues.Wrap(
                PropertyStruct.Read(request.Object, keepOutputs: true),
                RegistrationReader.Dependencies(request.PropertyDependencies))),
            Options = TransformOptions.From(request),
        };
        foreach (Messages.Callback callback in transforms)
        {
            ByteString response = await callbacks.CallAsync(callback, transform, cancellationToken).ConfigureAwait(false);
            Messages.TransformResponse changed = Messages.TransformResponse.Parser.ParseFrom(response);
            transform.Properties = changed.HasProperties ? changed.Properties : transform.Properties;
            transform.Options = changed.Options ?? transform.Options;
        }

        Messages.RegisterResourceRequest result = request.Clone();
        TransformOptions.CopyTo(transform.Options, result);
        IReadOnlyList<PropertyDependency> dependencies = [];
        PropertyObject properties = OutputValues.Unwrap(PropertyStruct.Read(transform.Properties, keepOutputs: true), ref dependencies);
        result.Object = PropertyStruct.Write(properties);
        result.PropertyDependencies.Clear();
        SortedSet<string> all = new(result.Dependencies, StringComparer.Ordinal);
        foreach (PropertyDependency dependency in dependencies)
        {
            all.UnionWith(dependency.Urns);
            Messages.PropertyDependencies urns = new();
            urns.Urns.AddRange(dependency.Urns);
            result.PropertyDependencies.Add(dependency.Property, urns);
        }

        result.Dependencies.Clear();
        result.Dependencies.AddRange(all);
        return result;
    }

    private sealed record Inherited(string Parent, Messages.Callback[] Transforms);
}

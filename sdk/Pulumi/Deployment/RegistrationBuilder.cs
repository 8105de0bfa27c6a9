using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Wire;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>
/// Makes the request of a registration in one pass, without waiting: what is not there yet is collected in
/// <see cref="Pending"/>, and the caller builds again when those tasks are done.
/// </summary>
internal sealed class RegistrationBuilder(Registration registration, EngineFeatures features)
{
    private List<Task>? _pending;

    /// <summary>What has to be there before the request is complete; null when it is.</summary>
    public List<Task>? Pending => _pending;

    /// <summary>
    /// Whether the parent's URN is still to come. While it is, the rest need not be looked at: under an engine in another
    /// process most resources wait for their parent first.
    /// </summary>
    public bool IsParentPending() => ParentUrn().Length == 0 && _pending is not null;

    /// <summary>The id of the object to read instead of registering; null to register.</summary>
    public string? ReadId()
    {
        string? id = registration.Options.Id is { } given ? Value(given.ToOutput()) : null;
        if (string.IsNullOrEmpty(id))
        {
            return null;
        }

        return registration.Custom
            ? id
            : throw new ArgumentException("ResourceOptions.Id is only valid for a CustomResource");
    }

    public RegisterResourceRequest Register()
    {
        (PropertyObject inputs, Dependencies dependencies) = Inputs();
        ResourceOptions options = registration.Options;
        CustomResourceOptions? custom = options as CustomResourceOptions;
        Resource resource = registration.Resource;
        return new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = ParentUrn(),
            Custom = registration.Custom,
            Remote = registration.Remote,
            Inputs = inputs,
            Dependencies = dependencies.All,
            PropertyDependencies = dependencies.ByProperty,
            Provider = Provider(),
            Providers = registration.Remote ? Providers() : [],
            Version = resource.Version ?? "",
            PluginDownloadUrl = options.PluginDownloadURL ?? "",
            ImportId = custom?.ImportId ?? "",
            Protect = resource.Protect,
            RetainOnDelete = options.RetainOnDelete,
            DeleteBeforeReplace = custom?.DeleteBeforeReplace,
            IgnoreChanges = options.IgnoreChangesOrEmpty,
            ReplaceOnChanges = custom is null ? [] : options.ReplaceOnChangesOrEmpty,
            HideDiffs = options.HideDiffsOrEmpty,
            AdditionalSecretOutputs = AdditionalSecretOutputs(custom),
            Aliases = Aliases(),
            CustomTimeouts = options.CustomTimeouts?.ToRequest(),
            DeletedWith = options.DeletedWith is { } deletedWith ? Urn(deletedWith) : "",
            ReplaceWith = options.ReplaceWithOrNull is { } replaceWith ? Urns(Resources(replaceWith)) : [],
            ReplacementTrigger = ReplacementTrigger(),
            EnvVarMappings = EnvVarMappings(custom),
        };
    }

    public ReadResourceRequest Read(string id)
    {
        (PropertyObject inputs, Dependencies dependencies) = Inputs();
        return new ReadResourceRequest
        {
            Id = id,
            Type = registration.Resource.GetResourceType(),
            Name = registration.Resource.GetResourceName(),
            Parent = ParentUrn(),
            Inputs = inputs,
            Dependencies = dependencies.All,
            Provider = Provider(),
            Version = registration.Resource.Version ?? "",
            PluginDownloadUrl = registration.Options.PluginDownloadURL ?? "",
            AdditionalSecretOutputs = AdditionalSecretOutputs(registration.Options as CustomResourceOptions),
        };
    }

    private (PropertyObject Inputs, Dependencies Dependencies) Inputs()
    {
        PropertyWriter writer = PropertyWriter.Rent();
        try
        {
            // The dependencies of a remote component's inputs are part of their values.
            writer.KeepResources = features.ResourceReferences;
            writer.KeepOutputs = registration.Remote && features.OutputValues;
            writer.CountResources = !(registration.Remote && features.ResourceReferences);
            PropertyObject inputs = writer.Object(registration.Args);
            if (writer.Pending is { } pending)
            {
                (_pending ??= []).AddRange(pending);
            }

            // The two are the engine's own.
            if (inputs.ContainsKey("id") || inputs.ContainsKey("urn"))
            {
                inputs = inputs.With("id", PropertyValue.Null).With("urn", PropertyValue.Null);
            }

            return (inputs, DependenciesOf(writer.PropertyResources));
        }
        finally
        {
            PropertyWriter.Return(writer);
        }
    }

    private Dependencies DependenciesOf(List<PropertyResources> resources)
    {
        string[] all = registration.Options.DependsOnOrNull is { } dependsOn ? Urns(Resources(dependsOn)) : [];
        if (resources.Count == 0)
        {
            return new Dependencies(all, []);
        }

        PropertyDependency[] byProperty = new PropertyDependency[resources.Count];
        int count = 0;
        foreach (PropertyResources property in resources)
        {
            ResourceSet from = property.Resources;
            string[] urns = Urns(from.Items);
            if (urns.Length > 0)
            {
                byProperty[count++] = new PropertyDependency(property.Name, urns);
                all = Union(all, urns);
            }
        }

        Array.Resize(ref byProperty, count);
        Array.Sort(byProperty, static (left, right) => string.CompareOrdinal(left.Property, right.Property));
        return new Dependencies(all, byProperty);
    }

    private static string[] Union(string[] left, string[] right)
    {
        if (left.Length == 0 || left.AsSpan().SequenceEqual(right))
        {
            return right;
        }

        SortedSet<string> union = new(left, StringComparer.Ordinal);
        union.UnionWith(right);
        return [.. union];
    }

    private Resource[] Resources(InputList<Resource> list)
    {
        OutputData<ImmutableArray<Resource>> data = Data(list.AsOutput());
        ResourceSet resources = data.Resources;
        foreach (Resource resource in data.Value.IsDefault ? [] : data.Value)
        {
            resources = resources.Add(resource);
        }

        return [.. resources.Items];
    }

    private string[] Urns(ReadOnlySpan<Resource> resources) => DependencyUrns.Of(resources, registration.Resource, ref _pending);

    private string ParentUrn() => registration.Resource.Parent is { } parent ? Urn(parent) : "";

    private string Provider() => registration.Resource.Provider is { } provider ? Value(provider.Reference()) ?? "" : "";

    // Those that were given to the component itself: the engine looks for others at its parents.
    private KeyValuePair<string, string>[] Providers()
    {
        if (registration.Options is not ComponentResourceOptions options)
        {
            return [];
        }

        SortedDictionary<string, string> references = new(StringComparer.Ordinal);
        foreach (ProviderResource provider in options.Provider is { } single ? [single] : options.ProvidersOrEmpty)
        {
            references[provider.Package] = Value(provider.Reference()) ?? "";
        }

        return [.. references];
    }

    private static KeyValuePair<string, string>[] EnvVarMappings(CustomResourceOptions? options) =>
        options?.EnvVarMappingsOrNull is { } mappings ? [.. mappings.OrderBy(static pair => pair.Key, StringComparer.Ordinal)] : [];

    private IReadOnlyList<string> AdditionalSecretOutputs(CustomResourceOptions? options)
    {
        IReadOnlyList<string> own = options?.AdditionalSecretOutputsOrEmpty ?? [];
        string[] ofKind = registration.Kind?.AdditionalSecretOutputs ?? [];
        return own.Count == 0 ? ofKind : ofKind.Length == 0 ? own : [.. ofKind, .. own];
    }

    private IReadOnlyList<ResourceAlias> Aliases()
    {
        ResourceAlias[] ofKind = registration.Kind?.Aliases ?? [];
        if (registration.Options.AliasesOrNull is not { } own)
        {
            return ofKind;
        }

        List<ResourceAlias> aliases = [.. ofKind];
        foreach (Input<Alias> input in own)
        {
            OutputData<Alias> data = Data(input.ToOutput());
            if (data.IsKnown && data.Value is { } alias)
            {
                aliases.Add(Convert(alias));
            }
        }

        return aliases;
    }

    private ResourceAlias Convert(Alias alias)
    {
        if (alias.Urn is { } urn)
        {
            return new ResourceAlias(Urn: urn);
        }

        string parent = alias.Parent is { } resource ? Urn(resource) : alias.ParentUrn is { } text ? Value(text.ToOutput()) ?? "" : "";
        return new ResourceAlias(
            Name: Part(alias.Name),
            Type: Part(alias.Type),
            Stack: Part(alias.Stack),
            Project: Part(alias.Project),
            ParentUrn: parent,
            NoParent: parent.Length == 0 && alias.NoParent);
    }

    private string Part(Input<string>? part) => part is null ? "" : Value(part.ToOutput()) ?? "";

    private PropertyValue ReplacementTrigger()
    {
        if (registration.Options.ReplacementTrigger is not { } trigger)
        {
            return PropertyValue.Null;
        }

        PropertyWriter writer = PropertyWriter.Rent();
        try
        {
            writer.KeepResources = features.ResourceReferences;
            PropertyValue value = writer.ObjectValue(trigger);
            if (writer.Pending is { } pending)
            {
                (_pending ??= []).AddRange(pending);
            }

            return value;
        }
        finally
        {
            PropertyWriter.Return(writer);
        }
    }

    private string Urn(Resource resource) => DependencyUrns.Of(resource, ref _pending);

    private T? Value<T>(Output<T> output) => Data(output) is { IsKnown: true } data ? data.Value : default;

    private OutputData<T> Data<T>(Output<T> output)
    {
        if (!output.TryGetData(out OutputData<T> data))
        {
            (_pending ??= []).Add(output.DataTask);
        }

        return data;
    }

    /// <summary>What a resource depends on.</summary>
    /// <param name="All">URNs in ordinal order.</param>
    /// <param name="ByProperty">URNs by input.</param>
    private readonly record struct Dependencies(string[] All, PropertyDependency[] ByProperty);
}

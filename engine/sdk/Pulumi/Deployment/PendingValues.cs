using Pulumi.Serialization;
using Pulumi.Wire;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>
/// Reads options in one pass, without waiting: what is not there yet is collected in <see cref="Pending"/>, and the caller
/// reads again when those tasks are done.
/// </summary>
/// <param name="self">The resource whose options these are; null for none of this program.</param>
/// <param name="features">How values are written.</param>
internal abstract class PendingValues(Resource? self, EngineFeatures features)
{
    private List<Task>? _pending;

    /// <summary>What has to be there before the values are complete; null when they are.</summary>
    public List<Task>? Pending => _pending;

    protected EngineFeatures Features => features;

    protected void Wait(List<Task>? pending)
    {
        if (pending is not null)
        {
            (_pending ??= []).AddRange(pending);
        }
    }

    protected void Wait(Task pending) => (_pending ??= []).Add(pending);

    protected string Urn(Resource resource) => DependencyUrns.Of(resource, ref _pending);

    protected string[] Urns(ReadOnlySpan<Resource> resources) => DependencyUrns.Of(resources, self, ref _pending);

    protected T? Value<T>(Output<T> output) => Data(output) is { IsKnown: true } data ? data.Value : default;

    protected OutputData<T> Data<T>(Output<T> output)
    {
        if (!output.TryGetData(out OutputData<T> data))
        {
            Wait(output.DataTask);
        }

        return data;
    }

    protected string Reference(ProviderResource? provider) => provider is null ? "" : Value(provider.Reference()) ?? "";

    /// <summary>The URNs of what an option names, and of what is in components among it. What the list itself depends on does not count.</summary>
    protected string[] DependsOn(ResourceOptions options) =>
        options.DependsOnOrNull is { } dependsOn && Data(dependsOn.AsOutput()) is { IsKnown: true, Value.IsDefaultOrEmpty: false } data
            ? Urns(data.Value.AsSpan())
            : [];

    /// <summary>The URNs of the resources themselves, components too: their order and number are the program's.</summary>
    protected string[] ReplaceWith(ResourceOptions options)
    {
        if (options.ReplaceWithOrNull is not { } replaceWith || Data(replaceWith.AsOutput()) is not { IsKnown: true, Value.IsDefaultOrEmpty: false } data)
        {
            return [];
        }

        List<string> urns = [];
        foreach (Resource resource in data.Value)
        {
            if (Urn(resource) is { Length: > 0 } urn)
            {
                urns.Add(urn);
            }
        }

        return [.. urns];
    }

    protected string DeletedWith(ResourceOptions options) =>
        options.DeletedWith is { } deletedWith ? Urn(deletedWith) : "";

    /// <summary>Providers by package that were given to a component itself: the engine looks for others at its parents.</summary>
    protected KeyValuePair<string, string>[] Providers(ResourceOptions options)
    {
        if (options is not ComponentResourceOptions component)
        {
            return [];
        }

        SortedDictionary<string, string> references = new(StringComparer.Ordinal);
        foreach (ProviderResource provider in component.Provider is { } single ? [single] : component.ProvidersOrEmpty)
        {
            references[provider.Package] = Reference(provider);
        }

        return [.. references];
    }

    /// <summary>Adds the aliases that are known.</summary>
    protected void AddAliases(List<ResourceAlias> aliases, IEnumerable<Input<Alias>> inputs)
    {
        foreach (Input<Alias> input in inputs)
        {
            OutputData<Alias> data = Data(input.ToOutput());
            if (data.IsKnown && data.Value is { } alias)
            {
                aliases.Add(Convert(alias));
            }
        }
    }

    protected PropertyValue ReplacementTrigger(ResourceOptions options)
    {
        if (options.ReplacementTrigger is not { } trigger)
        {
            return PropertyValue.Null;
        }

        PropertyWriter writer = PropertyWriter.Rent();
        try
        {
            writer.KeepResources = features.ResourceReferences;
            PropertyValue value = writer.ObjectValue(trigger);
            Wait(writer.Pending);
            return value;
        }
        finally
        {
            PropertyWriter.Return(writer);
        }
    }

    /// <summary>The names of hooks, which have to be known to the engine first; null for none.</summary>
    protected ResourceHooks? Hooks(ResourceOptions options)
    {
        if (options.HooksOrNull is not { } hooks)
        {
            return null;
        }

        return new ResourceHooks
        {
            BeforeCreate = Names(hooks.BeforeCreate),
            AfterCreate = Names(hooks.AfterCreate),
            BeforeUpdate = Names(hooks.BeforeUpdate),
            AfterUpdate = Names(hooks.AfterUpdate),
            BeforeDelete = Names(hooks.BeforeDelete),
            AfterDelete = Names(hooks.AfterDelete),
            OnError = hooks.OnError.ConvertAll(hook => Name(hook.Name, hook.Registered)),
        };
    }

    private List<string> Names(List<ResourceHook> hooks) => hooks.ConvertAll(hook => Name(hook.Name, hook.Registered));

    private string Name(string name, Task registered)
    {
        if (!registered.IsCompletedSuccessfully)
        {
            Wait(registered);
        }

        return name;
    }

    private ResourceAlias Convert(Alias alias)
    {
        AliasRules.Check(alias);
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
            NoParent: parent.Length > 0 ? false : alias.ParentUrn is null ? alias.NoParent : null);
    }

    private string Part(Input<string>? part) => part is null ? "" : Value(part.ToOutput()) ?? "";
}

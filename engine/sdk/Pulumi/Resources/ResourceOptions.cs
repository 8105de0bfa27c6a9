namespace Pulumi;

/// <summary>How a resource is managed, whatever its kind.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;
    private InputList<Resource>? _replaceWith;
    private List<string>? _ignoreChanges;
    private List<string>? _replaceOnChanges;
    private List<string>? _hideDiffs;
    private List<Input<Alias>>? _aliases;
    private List<ResourceTransformation>? _resourceTransformations;
    private List<ResourceTransform>? _resourceTransforms;
    private ResourceHookBinding? _hooks;

    /// <summary>Creates options without settings.</summary>
    protected ResourceOptions()
    {
    }

    /// <summary>The id of an existing object to read instead of declaring one; default none.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The parent; default the stack.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must exist first, beyond those that the inputs come from.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>Whether deletion is refused; default the parent's.</summary>
    public bool? Protect { get; set; }

    /// <summary>Inputs, as property paths, whose changes are ignored.</summary>
    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    /// <summary>The version of the provider's package, without <c>v</c>; default the SDK's own.</summary>
    public string? Version { get; set; }

    /// <summary>The provider; default the parent's, then the package's default provider.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>How long operations may take; default the provider's own.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Functions that may change args and options of this resource and its children before they are used.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }

    /// <summary>Functions that the engine calls to change args and options of this resource and its children.</summary>
    public List<ResourceTransform> ResourceTransforms
    {
        get => _resourceTransforms ??= [];
        set => _resourceTransforms = value;
    }

    /// <summary>Earlier identities, so that a rename does not replace the resource.</summary>
    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    /// <summary>The URN of a resource that is already in the stack, to be taken as it is.</summary>
    public string? Urn { get; set; }

    /// <summary>Inputs, as property paths, whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    /// <summary>Where the provider's plugin comes from; default its own place.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether the object stays when the resource leaves the stack; default the parent's.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>A resource whose deletion deletes this one, so that no call is needed for it.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources whose replacement replaces this one.</summary>
    public InputList<Resource> ReplaceWith
    {
        get => _replaceWith ??= [];
        set => _replaceWith = value;
    }

    /// <summary>Functions that the engine calls around operations on this resource.</summary>
    public ResourceHookBinding Hooks
    {
        get => _hooks ??= new ResourceHookBinding();
        set => _hooks = value;
    }

    /// <summary>Inputs, as property paths, whose differences are not shown.</summary>
    public List<string> HideDiffs
    {
        get => _hideDiffs ??= [];
        set => _hideDiffs = value;
    }

    /// <summary>A value whose change replaces the resource; default none.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    // What was set, without creating what was not.
    internal InputList<Resource>? DependsOnOrNull => _dependsOn is { IsEmpty: false } list ? list : null;

    internal InputList<Resource>? ReplaceWithOrNull => _replaceWith is { IsEmpty: false } list ? list : null;

    internal IReadOnlyList<string> IgnoreChangesOrEmpty => _ignoreChanges ?? (IReadOnlyList<string>)[];

    internal IReadOnlyList<string> ReplaceOnChangesOrEmpty => _replaceOnChanges ?? (IReadOnlyList<string>)[];

    internal IReadOnlyList<string> HideDiffsOrEmpty => _hideDiffs ?? (IReadOnlyList<string>)[];

    internal List<Input<Alias>>? AliasesOrNull => _aliases is { Count: > 0 } list ? list : null;

    internal List<ResourceTransformation>? ResourceTransformationsOrNull => _resourceTransformations is { Count: > 0 } list ? list : null;

    internal List<ResourceTransform>? ResourceTransformsOrNull => _resourceTransforms is { Count: > 0 } list ? list : null;

    internal ResourceHookBinding? HooksOrNull => _hooks is { IsEmpty: false } hooks ? hooks : null;

    /// <summary>Takes over another's settings: single values where they are set, lists appended.</summary>
    private protected void Absorb(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        Urn = other.Urn ?? Urn;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;

        _dependsOn = Append(_dependsOn, other._dependsOn);
        _replaceWith = Append(_replaceWith, other._replaceWith);
        _ignoreChanges = Append(_ignoreChanges, other._ignoreChanges);
        _replaceOnChanges = Append(_replaceOnChanges, other._replaceOnChanges);
        _hideDiffs = Append(_hideDiffs, other._hideDiffs);
        _aliases = Append(_aliases, other._aliases);
        _resourceTransformations = Append(_resourceTransformations, other._resourceTransformations);
        _resourceTransforms = Append(_resourceTransforms, other._resourceTransforms);
        _hooks = (_hooks, other._hooks) switch
        {
            (_, null) => _hooks,
            (null, var second) => second.Clone(),
            var (first, second) => first.Concat(second),
        };
    }

    private protected static List<T>? Append<T>(List<T>? first, List<T>? second) => (first, second) switch
    {
        (_, null) => first,
        (null, _) => [.. second],
        _ => [.. first, .. second],
    };

    private static InputList<Resource>? Append(InputList<Resource>? first, InputList<Resource>? second) => (first, second) switch
    {
        (_, null) => first,
        (null, _) => new InputList<Resource>().Concat(second),
        _ => first.Concat(second),
    };
}

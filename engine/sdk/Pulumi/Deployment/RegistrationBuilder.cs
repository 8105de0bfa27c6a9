using Pulumi.Serialization;
using Pulumi.Transforms;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>Makes the request of a registration in one pass.</summary>
/// <param name="deployment">The run that the registration is part of.</param>
/// <param name="registration">The registration.</param>
internal sealed class RegistrationBuilder(Deployment deployment, Registration registration)
    : PendingValues(registration.Resource, deployment.Features)
{
    /// <summary>
    /// Whether the parent's URN is still to come. While it is, the rest need not be looked at: under an engine in another
    /// process most resources wait for their parent first.
    /// </summary>
    public bool IsParentPending() => ParentUrn().Length == 0 && Pending is not null;

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
            Providers = registration.Remote ? Providers(options) : [],
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
            DeletedWith = DeletedWith(options),
            ReplaceWith = ReplaceWith(options),
            ReplacementTrigger = ReplacementTrigger(options),
            EnvVarMappings = EnvVarMappings(custom),
            PackageRef = PackageRef(),
            Transforms = Transforms(),
            Hooks = Hooks(options),
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
            PackageRef = PackageRef(),
        };
    }

    private (PropertyObject Inputs, Dependencies Dependencies) Inputs()
    {
        PropertyWriter writer = PropertyWriter.Rent();
        try
        {
            // The dependencies of a remote component's inputs are part of their values.
            writer.KeepResources = Features.ResourceReferences;
            writer.KeepOutputs = registration.Remote && Features.OutputValues;
            writer.CountResources = !(registration.Remote && Features.ResourceReferences);
            PropertyObject inputs = writer.Object(registration.Args);
            Wait(writer.Pending);

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
        string[] all = DependsOn(registration.Options);
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

    private string ParentUrn() => registration.Resource.Parent is { } parent ? Urn(parent) : "";

    private string Provider() => Reference(registration.Resource.Provider);

    private string PackageRef()
    {
        if (registration.Package is not { } package)
        {
            return "";
        }

        Task<string> reference = deployment.PackageRefAsync(package);
        if (reference.IsCompletedSuccessfully)
        {
            return reference.Result;
        }

        Wait(reference);
        return "";
    }

    private TransformResource[] Transforms() => registration.Options.ResourceTransformsOrNull is { } transforms
        ? [.. transforms.Select(transform => new TransformRunner(deployment, transform)).Select(static runner => (TransformResource)runner.RunAsync)]
        : [];

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
        AddAliases(aliases, own);
        return aliases;
    }

    /// <summary>What a resource depends on.</summary>
    /// <param name="All">URNs in ordinal order.</param>
    /// <param name="ByProperty">URNs by input.</param>
    private readonly record struct Dependencies(string[] All, PropertyDependency[] ByProperty);
}

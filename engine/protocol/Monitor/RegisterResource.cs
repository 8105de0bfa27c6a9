using Rampart.Protocol.Values;

namespace Rampart.Protocol.Monitor;

/// <summary>A resource that a program declares. Fields and defaults are those of the engine's RegisterResourceRequest.</summary>
public sealed record RegisterResourceRequest
{
    /// <summary>The type token, e.g. <c>kubernetes:apps/v1:Deployment</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The logical name.</summary>
    public required string Name { get; init; }

    /// <summary>The parent's URN; empty only for the stack.</summary>
    public string Parent { get; init; } = "";

    /// <summary>Whether a provider manages the resource; components are not custom.</summary>
    public bool Custom { get; init; }

    /// <summary>Whether a component is constructed by its provider instead of by this program.</summary>
    public bool Remote { get; init; }

    /// <summary>The inputs.</summary>
    public PropertyObject Inputs { get; init; } = PropertyObject.Empty;

    /// <summary>URNs that must exist first, in ordinal order.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>URNs by input, in ordinal order. An input that is not named here depends on nothing.</summary>
    public IReadOnlyList<PropertyDependency> PropertyDependencies { get; init; } = [];

    /// <summary>The provider as <c>urn::id</c>; empty for the default provider.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Providers by package, for remote components.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Providers { get; init; } = [];

    /// <summary>The version of the package, without <c>v</c>; empty for any.</summary>
    public string Version { get; init; } = "";

    /// <summary>Where the plugin comes from; empty for the default.</summary>
    public string PluginDownloadUrl { get; init; } = "";

    /// <summary>The id of an existing object to adopt; empty for none.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>Whether deletion is refused; null takes the parent's answer.</summary>
    public bool? Protect { get; init; }

    /// <summary>Whether the object stays when the resource goes; null takes the parent's answer.</summary>
    public bool? RetainOnDelete { get; init; }

    /// <summary>Whether a replacement deletes first; null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>Inputs whose changes are ignored.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    /// <summary>Inputs whose changes replace the resource.</summary>
    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Inputs whose differences are not shown.</summary>
    public IReadOnlyList<string> HideDiffs { get; init; } = [];

    /// <summary>Outputs that are secret beyond those that the provider marks.</summary>
    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>Earlier identities of the resource.</summary>
    public IReadOnlyList<ResourceAlias> Aliases { get; init; } = [];

    /// <summary>Timeouts; null for the provider's own.</summary>
    public ResourceTimeouts? CustomTimeouts { get; init; }

    /// <summary>The URN of the resource whose deletion implies this one's; empty for none.</summary>
    public string DeletedWith { get; init; } = "";

    /// <summary>URNs whose replacement replaces this resource.</summary>
    public IReadOnlyList<string> ReplaceWith { get; init; } = [];

    /// <summary>A value whose change replaces the resource; null for none.</summary>
    public PropertyValue ReplacementTrigger { get; init; }

    /// <summary>For a provider: the variable that it sees, and the variable of the engine's process that it stands for.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> EnvVarMappings { get; init; } = [];

    /// <summary>What <see cref="IMonitor.RegisterPackageAsync"/> answered; empty for a package that needs no registration.</summary>
    public string PackageRef { get; init; } = "";

    /// <summary>Functions that the monitor calls to change this resource, and then each of its children, before it is used.</summary>
    public IReadOnlyList<TransformResource> Transforms { get; init; } = [];

    /// <summary>Names of registered hooks; null for none.</summary>
    public ResourceHooks? Hooks { get; init; }
}

/// <summary>Changes a registration before it is used. Inputs that come from resources are <see cref="PropertyOutput"/> values.</summary>
/// <param name="request">The registration; its parent cannot be changed.</param>
/// <param name="cancellationToken">Ends the call.</param>
/// <returns>The registration to use, or the same.</returns>
public delegate ValueTask<RegisterResourceRequest> TransformResource(RegisterResourceRequest request, CancellationToken cancellationToken);

/// <summary>The URNs that one input depends on.</summary>
/// <param name="Property">The input's wire name.</param>
/// <param name="Urns">URNs in ordinal order.</param>
public sealed record PropertyDependency(string Property, IReadOnlyList<string> Urns);

/// <summary>An earlier identity of a resource: a URN, or the parts of it that were different.</summary>
/// <param name="Urn">The whole URN; when set, the rest is unused.</param>
/// <param name="Name">The earlier name, or empty.</param>
/// <param name="Type">The earlier type token, or empty.</param>
/// <param name="Stack">The earlier stack, or empty.</param>
/// <param name="Project">The earlier project, or empty.</param>
/// <param name="ParentUrn">The earlier parent, or empty.</param>
/// <param name="NoParent">Whether there was no parent; null when there was one that is not known yet.</param>
public sealed record ResourceAlias(
    string Urn = "",
    string Name = "",
    string Type = "",
    string Stack = "",
    string Project = "",
    string ParentUrn = "",
    bool? NoParent = false);

/// <summary>How long operations may take, in the engine's notation, e.g. <c>60000000000ns</c>; null for the default.</summary>
/// <param name="Create">Creation.</param>
/// <param name="Update">Update.</param>
/// <param name="Delete">Deletion.</param>
public sealed record ResourceTimeouts(string? Create, string? Update, string? Delete);

/// <summary>An existing resource that a program reads.</summary>
public sealed class ReadResourceRequest
{
    /// <summary>The provider's id of the object.</summary>
    public required string Id { get; init; }

    /// <summary>The type token.</summary>
    public required string Type { get; init; }

    /// <summary>The logical name.</summary>
    public required string Name { get; init; }

    /// <summary>The parent's URN.</summary>
    public string Parent { get; init; } = "";

    /// <summary>Properties that help the provider to find the object.</summary>
    public PropertyObject Inputs { get; init; } = PropertyObject.Empty;

    /// <summary>URNs that must exist first, in ordinal order.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>The provider as <c>urn::id</c>; empty for the default provider.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The version of the package; empty for any.</summary>
    public string Version { get; init; } = "";

    /// <summary>Where the plugin comes from; empty for the default.</summary>
    public string PluginDownloadUrl { get; init; } = "";

    /// <summary>Outputs that are secret beyond those that the provider marks.</summary>
    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>What <see cref="IMonitor.RegisterPackageAsync"/> answered; empty for a package that needs no registration.</summary>
    public string PackageRef { get; init; } = "";
}

/// <summary>How a registration ended.</summary>
public enum RegisterResult
{
    /// <summary>The resource is there.</summary>
    Success,

    /// <summary>The operation failed and the run goes on.</summary>
    Fail,

    /// <summary>The operation was left out because something before it failed.</summary>
    Skip,
}

/// <summary>The answer to a registration or a read.</summary>
public sealed class RegisterResourceResponse
{
    /// <summary>The URN.</summary>
    public required string Urn { get; init; }

    /// <summary>The provider's id; empty when it is not known, or when there is none.</summary>
    public string Id { get; init; } = "";

    /// <summary>The outputs. In preview an output that is missing is unknown.</summary>
    public PropertyObject Outputs { get; init; } = PropertyObject.Empty;

    /// <summary>URNs by output, beyond the resource itself.</summary>
    public IReadOnlyList<PropertyDependency> PropertyDependencies { get; init; } = [];

    /// <summary>How the registration ended.</summary>
    public RegisterResult Result { get; init; }
}

/// <summary>The outputs of a component or of the stack.</summary>
/// <param name="Urn">Whose outputs these are.</param>
/// <param name="Outputs">The outputs.</param>
public sealed record RegisterResourceOutputsRequest(string Urn, PropertyObject Outputs);

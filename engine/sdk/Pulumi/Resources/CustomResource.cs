namespace Pulumi;

/// <summary>A resource that a provider creates, reads, updates and deletes.</summary>
public class CustomResource : Resource
{
    private Output<string>? _id;

    /// <summary>Declares a resource.</summary>
    /// <param name="type">The type token, <c>package:module:name</c>.</param>
    /// <param name="name">The logical name, unique among resources of this type and parent.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">How the resource is managed.</param>
#pragma warning disable CS8618, RS0026 // The overloads are those of the official SDK.
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : this(type, name, args, options, dependency: false)
    {
    }

    /// <inheritdoc cref="CustomResource(string, string, ResourceArgs?, CustomResourceOptions?)"/>
    /// <param name="type">The type token, <c>package:module:name</c>.</param>
    /// <param name="name">The logical name.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">How the resource is managed.</param>
    /// <param name="registerPackageRequest">The parameterized package that the resource belongs to.</param>
    public CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : this(type, name, args, options, dependency: false, registerPackageRequest)
    {
    }
#pragma warning restore CS8618, RS0026

    internal CustomResource(ResourceKind kind, string name, ResourceArgs? args, CustomResourceOptions? options)
        : base(kind.Type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions(), kind: kind)
    {
    }

    private protected CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options,
        bool dependency,
        RegisterPackageRequest? package = null)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions(), dependency: dependency, package: package)
    {
    }

    /// <summary>The provider's id of the object; unknown until it exists.</summary>
    public Output<string> Id
    {
        get => _id ??= FromResponse(static response => response.Id, static response => response.Id.Length > 0);
        private protected set => _id = value;
    }
}

using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Changes the args and options of a resource before it is declared; null leaves them as they are.</summary>
/// <param name="args">The resource, its args and its options.</param>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

/// <summary>What a <see cref="ResourceTransformation"/> is given.</summary>
/// <param name="resource">The resource.</param>
/// <param name="args">Its args.</param>
/// <param name="options">Its options.</param>
public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    /// <summary>The resource.</summary>
    public Resource Resource { get; } = resource;

    /// <summary>Its args.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; } = options;
}

/// <summary>What a <see cref="ResourceTransformation"/> gives.</summary>
/// <param name="args">The args to use.</param>
/// <param name="options">The options to use; the parent must stay the same.</param>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    /// <summary>The args to use.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>The options to use.</summary>
    public ResourceOptions Options { get; } = options;
}

/// <summary>Runs the transformations of a resource and of its parents.</summary>
internal static class ResourceTransformations
{
    /// <summary>The args and options after the resource's own transformations and then each parent's.</summary>
    public static (ResourceArgs Args, ResourceOptions Options) Run(
        Resource resource,
        Deployment deployment,
        ResourceArgs args,
        ResourceOptions options)
    {
        foreach (ResourceTransformation transformation in Collect(options, options.Parent ?? (resource is Stack ? null : deployment.Stack)))
        {
            if (transformation(new ResourceTransformationArgs(resource, args, options)) is { } result)
            {
                if (!ReferenceEquals(result.Options.Parent, options.Parent))
                {
                    throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
                }

                (args, options) = (result.Args, result.Options);
            }
        }

        return (args, options);
    }

    /// <summary>Keeps the transformations for the resource's children.</summary>
    public static void Remember(Resource resource, ResourceOptions options, Resource? parent) =>
        resource.Transformations = Collect(options, parent);

    private static ImmutableArray<ResourceTransformation> Collect(ResourceOptions options, Resource? parent)
    {
        ImmutableArray<ResourceTransformation> inherited = parent?.Transformations ?? [];
        return options.ResourceTransformationsOrNull is { } own ? [.. own, .. inherited] : inherited;
    }
}

namespace Pulumi;

/// <summary>What holds for all resources of a stack.</summary>
public class StackOptions
{
    /// <summary>Functions that may change args and options of every resource before they are used.</summary>
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];

    /// <summary>Functions that the engine calls to change args and options of every resource.</summary>
    public List<ResourceTransform> ResourceTransforms { get; set; } = [];
}

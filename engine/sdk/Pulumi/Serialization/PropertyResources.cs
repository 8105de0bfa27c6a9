namespace Pulumi.Serialization;

/// <summary>The resources that the value of one top-level property comes from.</summary>
/// <param name="name">The wire name.</param>
/// <param name="resources">The resources.</param>
internal sealed class PropertyResources(string name, ResourceSet resources)
{
    public string Name { get; } = name;

    public ResourceSet Resources { get; } = resources;
}

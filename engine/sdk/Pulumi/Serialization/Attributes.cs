namespace Pulumi;

/// <summary>Marks a property of a resource that the engine gives.</summary>
/// <param name="name">The wire name; by default the property's own.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    /// <summary>The wire name; null for the property's own.</summary>
    public string? Name { get; } = name;
}

/// <summary>Marks a member of an args class that is sent to the engine.</summary>
/// <param name="name">The wire name.</param>
/// <param name="required">Whether a value must be given.</param>
/// <param name="json">Whether the value is sent as a JSON text.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}

/// <summary>Marks a class that is the value of an output.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute
{
}

/// <summary>Marks the constructor that an output class is made with.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute
{
}

/// <summary>Names the wire name of a parameter of an output class's constructor.</summary>
/// <param name="name">The wire name.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    /// <summary>The wire name.</summary>
    public string Name { get; } = name;
}

/// <summary>Marks a struct that is an open enumeration of strings or numbers.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute
{
}

/// <summary>Names the type token of a resource class.</summary>
/// <param name="type">The type token, e.g. <c>kubernetes:apps/v1:Deployment</c>.</param>
/// <param name="version">The version of the package; null for any.</param>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    /// <summary>The type token.</summary>
    public string Type { get; } = type;

    /// <summary>The version of the package; null for any.</summary>
    public string? Version { get; } = version;
}

/// <summary>Names the property that tells the cases of a union apart.</summary>
/// <param name="propertyName">The property.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class DiscriminatedUnionDiscriminatorAttribute(string propertyName) : Attribute
{
    /// <summary>The property.</summary>
    public string PropertyName { get; } = propertyName;
}

/// <summary>Names one case of a union.</summary>
/// <param name="tag">The discriminator's value.</param>
/// <param name="type">The class of the case.</param>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute(string tag, Type type) : Attribute
{
    /// <summary>The discriminator's value.</summary>
    public string Tag { get; } = tag;

    /// <summary>The class of the case.</summary>
    public Type Type { get; } = type;
}

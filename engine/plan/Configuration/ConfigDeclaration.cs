using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>What Pulumi.yaml says about one configuration key.</summary>
public sealed class ConfigDeclaration
{
    internal ConfigDeclaration(string key, SourceLocation location)
    {
        Key = key;
        Location = location;
    }

    /// <summary>The full key, <c>namespace:name</c>.</summary>
    public string Key { get; }

    /// <summary>Where the declaration is.</summary>
    public SourceLocation Location { get; }

    /// <summary>The declared type; null when values of any type are taken.</summary>
    public ConfigType? Type { get; internal set; }

    /// <summary>What the key is for; null when Pulumi.yaml does not say.</summary>
    public string? Description { get; internal set; }

    /// <summary>Whether the value must be encrypted in the stack file.</summary>
    public bool IsSecret { get; internal set; }

    /// <summary>Whether Pulumi.yaml has a default, or a value for all stacks.</summary>
    public bool HasValue => Value is not null;

    /// <summary>The default, or the value for all stacks.</summary>
    internal YamlNode? Value { get; set; }
}

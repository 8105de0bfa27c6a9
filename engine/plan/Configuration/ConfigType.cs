namespace Rampart.Plan.Configuration;

/// <summary>The types that Pulumi.yaml can declare.</summary>
public enum ConfigTypeKind
{
    /// <summary>Any text; a number or boolean at the top of a stack file is taken as its text.</summary>
    String,

    /// <summary>A whole number from -2^63 to 2^63 - 1, quoted or not.</summary>
    Integer,

    /// <summary><c>true</c> or <c>false</c>, quoted or not.</summary>
    Boolean,

    /// <summary>A list whose items have one type.</summary>
    Array,

    /// <summary>Keys and values of any kind.</summary>
    Object,
}

/// <summary>The declared type of a configuration value.</summary>
/// <param name="kind">What it is.</param>
/// <param name="items">The type of the items of an array; null for other types.</param>
public sealed class ConfigType(ConfigTypeKind kind, ConfigType? items = null)
{
    /// <summary>What it is.</summary>
    public ConfigTypeKind Kind { get; } = kind;

    /// <summary>The type of the items of an array; null for other types.</summary>
    public ConfigType? Items { get; } = items;

    /// <summary>The type in words, with its article: <c>a list of integers</c>.</summary>
    public override string ToString() => Kind switch
    {
        ConfigTypeKind.Array => Items is null ? "a list" : $"a list of {Items.Plural()}",
        ConfigTypeKind.Integer => "an integer",
        ConfigTypeKind.Boolean => "a boolean",
        ConfigTypeKind.Object => "an object",
        _ => "a string",
    };

    internal static bool TryParse(string name, out ConfigTypeKind kind)
    {
        kind = name switch
        {
            "integer" => ConfigTypeKind.Integer,
            "boolean" => ConfigTypeKind.Boolean,
            "array" => ConfigTypeKind.Array,
            "object" => ConfigTypeKind.Object,
            _ => ConfigTypeKind.String,
        };
        return kind != ConfigTypeKind.String || name == "string";
    }

    private string Plural() => Kind switch
    {
        ConfigTypeKind.Array => Items is null ? "lists" : $"lists of {Items.Plural()}",
        ConfigTypeKind.Integer => "integers",
        ConfigTypeKind.Boolean => "booleans",
        ConfigTypeKind.Object => "objects",
        _ => "strings",
    };
}

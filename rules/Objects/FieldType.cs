using System.Collections.Frozen;
using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects;

/// <summary>The type of a field, as the API server reads it.</summary>
internal sealed class FieldType
{
    public static readonly FieldType Text = new("a string", "write a string; put quotes around what YAML takes for a number, a boolean or a date");
    public static readonly FieldType Boolean = new("a boolean", "write true or false, without quotes");
    public static readonly FieldType Integer = new("a whole number", "write a whole number, without quotes");
    public static readonly FieldType IntegerOrText = new("a whole number or a string", "write a whole number or a string");
    public static readonly FieldType Quantity = new("a quantity", "write a quantity such as 500m or 64Mi");

    private FieldType(string name, string fix)
    {
        Name = name;
        Fix = fix;
    }

    /// <summary>The type for a message, with its article.</summary>
    public string Name { get; }

    /// <summary>What to do where a value is of another type.</summary>
    public string Fix { get; }

    /// <summary>The type of each item of a list, or of each value of an object with any keys; null for all other types.</summary>
    public FieldType? Item { get; private init; }

    /// <summary>Whether a number has to be whole.</summary>
    public bool IsWhole => this == Integer || this == IntegerOrText;

    /// <summary>Whether it is a list.</summary>
    public bool IsList { get; private init; }

    /// <summary>The fields of an object; null for all other types.</summary>
    public FrozenDictionary<string, FieldType>? Fields { get; private set; }

    /// <summary>A list.</summary>
    public static FieldType ListOf(FieldType item) => new("a list", "write a list, with a dash before each item") { Item = item, IsList = true };

    /// <summary>An object with any keys.</summary>
    public static FieldType MapOf(FieldType value) => new("an object", "write keys with values") { Item = value };

    /// <summary>An object with fields.</summary>
    public static FieldType ObjectOf(Dictionary<string, FieldType> fields)
    {
        FieldType type = NewObject();
        type.Complete(fields);
        return type;
    }

    /// <summary>An object whose fields are told by <see cref="Complete"/>, since types may refer to each other.</summary>
    public static FieldType NewObject() => new("an object", "write fields with values") { Fields = FrozenDictionary<string, FieldType>.Empty };

    /// <summary>Tells the fields of an object.</summary>
    public void Complete(Dictionary<string, FieldType> fields) => Fields = fields.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a value that is known and not null is of this type; what is in it is not looked at.</summary>
    public bool Takes(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Boolean => this == Boolean,
        PropertyKind.Number => this == Quantity || (IsWhole && double.IsInteger(value.AsNumber())),
        PropertyKind.String => this == Text || this == IntegerOrText || this == Quantity,
        PropertyKind.List => IsList,
        PropertyKind.Object => Fields is not null || (Item is not null && !IsList),
        _ => false,
    };
}

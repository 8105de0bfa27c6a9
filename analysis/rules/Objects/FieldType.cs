using System.Globalization;
using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects;

/// <summary>The type of a field, as the API server reads it.</summary>
internal sealed class FieldType
{
    public static readonly FieldType Text = new("a string", "write a string; put quotes around what YAML takes for a number, a boolean or a date");
    public static readonly FieldType Boolean = new("a boolean", "write true or false, without quotes");
    public static readonly FieldType Integer = new("a whole number", "write a whole number, without quotes") { Lowest = int.MinValue, Highest = int.MaxValue };
    public static readonly FieldType IntegerOrText = new("a whole number or a string", "write a whole number or a string") { Lowest = int.MinValue, Highest = int.MaxValue };

    // The largest number of int64 is read as 2^63: a double has none between that and 2^63 - 1024.
    public static readonly FieldType Long = new("a whole number", "write a whole number, without quotes") { Lowest = long.MinValue, Highest = 9223372036854775808 };

    // What the API server takes for users and groups.
    public static readonly FieldType Id = new("a whole number", "write a whole number, without quotes") { Lowest = 0, Highest = int.MaxValue };
    public static readonly FieldType Quantity = new("a quantity", "write a quantity such as 500m or 64Mi");

    /// <summary>Any number.</summary>
    public static readonly FieldType Number = new("a number", "write a number, without quotes");

    /// <summary>Anything.</summary>
    public static readonly FieldType Json = new("anything", "") { IsAnything = true };

    /// <summary>An object without fields.</summary>
    public static readonly FieldType Empty = ObjectOf("an empty object", static () => []);

    private Dictionary<string, FieldType>? _fields;
    private Func<Dictionary<string, FieldType>>? _readFields;

    private FieldType(string name, string fix)
    {
        Name = name;
        Fix = fix;
    }

    /// <summary>The name of a type of objects in Kubernetes' API, e.g. <c>PodSpec</c>; empty for all other types.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>The type for a message, with its article.</summary>
    public string Name { get; }

    /// <summary>What to do where a value is of another type.</summary>
    public string Fix { get; }

    /// <summary>The type of each item of a list, or of each value of an object with any keys; null for all other types.</summary>
    public FieldType? Item { get; private init; }

    /// <summary>Whether a number has to be whole.</summary>
    public bool IsWhole => Lowest < Highest;

    /// <summary>The lowest and the highest whole number, for a message.</summary>
    public string Range => string.Create(CultureInfo.InvariantCulture, $"from {(long)Lowest} to {(this == Long ? long.MaxValue : (long)Highest)}");

    /// <summary>The lowest whole number.</summary>
    public double Lowest { get; private init; }

    /// <summary>The highest whole number.</summary>
    public double Highest { get; private init; }

    /// <summary>Whether it is a list.</summary>
    public bool IsList { get; private init; }

    /// <summary>Whether there may be fields besides <see cref="Fields"/>. The default is that the API server rejects them.</summary>
    public bool IsOpen { get; private init; }

    private bool IsAnything { get; init; }

    /// <summary>The fields of an object; null for all other types.</summary>
    public Dictionary<string, FieldType>? Fields => _fields ??= _readFields?.Invoke();

    /// <summary>A list.</summary>
    public static FieldType ListOf(FieldType item) => new("a list", "write a list, with a dash before each item") { Item = item, IsList = true };

    /// <summary>An object with any keys.</summary>
    public static FieldType MapOf(FieldType value) => new("an object", "write keys with values") { Item = value };

    /// <summary>An object with fields.</summary>
    /// <param name="kind">Its name in Kubernetes' API.</param>
    /// <param name="readFields">Gives the fields when somebody asks first: types may refer to each other, and few of them are needed.</param>
    /// <param name="isOpen">Whether it may have fields that are not known.</param>
    public static FieldType ObjectOf(string kind, Func<Dictionary<string, FieldType>> readFields, bool isOpen = false) =>
        new("an object", "write fields with values") { Kind = kind, _readFields = readFields, IsOpen = isOpen };

    /// <summary>Whether a value that is known and not null is of this type; what is in it is not looked at.</summary>
    public bool Takes(PropertyValue value) => IsAnything || value.Kind switch
    {
        PropertyKind.Boolean => this == Boolean,
        PropertyKind.Number => this == Quantity || this == Number || (IsWhole && double.IsInteger(value.AsNumber()) && value.AsNumber() >= Lowest && value.AsNumber() <= Highest),
        PropertyKind.String => this == Text || this == IntegerOrText || this == Quantity,
        PropertyKind.List => IsList,
        PropertyKind.Object => Fields is not null || (Item is not null && !IsList),
        _ => false,
    };
}

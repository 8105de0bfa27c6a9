using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Rampart.Protocol.Values;

/// <summary>
/// One value of a resource's inputs or outputs: what JSON can say, and secret, unknown, asset, archive and resource
/// reference besides. Immutable, sixteen bytes; <c>default</c> is null.
/// </summary>
[DebuggerDisplay("{Kind}")]
public readonly struct PropertyValue : IEquatable<PropertyValue>
{
    // A string, a PropertyNode, or null; numbers and booleans keep their value in _number and a tag here.
    private readonly object? _reference;
    private readonly double _number;

    private PropertyValue(object? reference, double number = 0)
    {
        _reference = reference;
        _number = number;
    }

    /// <summary>No value.</summary>
    public static PropertyValue Null => default;

    /// <summary>A value that preview cannot know yet.</summary>
    public static PropertyValue Unknown => new(PropertyTag.Unknown);

    /// <summary>What this value holds.</summary>
    public PropertyKind Kind => _reference switch
    {
        null => PropertyKind.Null,
        string => PropertyKind.String,
        object node => Unsafe.As<PropertyNode>(node).Kind,
    };

    /// <summary>Whether there is no value.</summary>
    public bool IsNull => _reference is null;

    /// <summary>Whether this value itself is unknown.</summary>
    public bool IsUnknown => ReferenceEquals(_reference, PropertyTag.Unknown);

    /// <summary>Whether this value itself is a secret.</summary>
    public bool IsSecret => _reference is PropertySecret;

    /// <summary>Whether this value is, or holds at any depth, a secret.</summary>
    public bool ContainsSecrets => _reference is PropertyNode { ContainsSecrets: true };

    /// <summary>Whether this value is, or holds at any depth, an unknown.</summary>
    public bool ContainsUnknowns => _reference is PropertyNode { ContainsUnknowns: true };

    /// <summary>The value inside a secret; any other value is returned as it is.</summary>
    public PropertyValue Inner => _reference is PropertySecret secret ? secret.Inner : this;

    /// <summary>A boolean.</summary>
    public static PropertyValue From(bool value) => new(PropertyTag.Boolean, value ? 1 : 0);

    /// <summary>A number.</summary>
    public static PropertyValue From(double value) => new(PropertyTag.Number, value);

    /// <summary>A string; null gives the null value.</summary>
    public static PropertyValue From(string? value) => new(value);

    /// <summary>An object; null gives the null value.</summary>
    public static PropertyValue From(PropertyObject? value) => new(value);

    /// <summary>A list; null gives the null value.</summary>
    public static PropertyValue From(PropertyList? value) => new(value);

    /// <summary>An asset.</summary>
    public static PropertyValue From(PropertyAsset value) => new(value);

    /// <summary>An archive.</summary>
    public static PropertyValue From(PropertyArchive value) => new(value);

    /// <summary>A reference to a resource.</summary>
    public static PropertyValue From(ResourceReference value) => new(value);

    /// <summary>A value with what it depends on.</summary>
    public static PropertyValue From(PropertyOutput value) => new(value);

    /// <summary>Marks a value as secret; a secret stays as it is.</summary>
    public static PropertyValue Secret(PropertyValue inner) =>
        inner.IsSecret ? inner : new PropertyValue(new PropertySecret(inner));

    /// <summary>The boolean.</summary>
    /// <exception cref="InvalidOperationException">This is not a boolean.</exception>
    public bool AsBoolean() => ReferenceEquals(_reference, PropertyTag.Boolean) ? _number != 0 : throw Mismatch(PropertyKind.Boolean);

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">This is not a number.</exception>
    public double AsNumber() => ReferenceEquals(_reference, PropertyTag.Number) ? _number : throw Mismatch(PropertyKind.Number);

    /// <summary>The string.</summary>
    /// <exception cref="InvalidOperationException">This is not a string.</exception>
    public string AsString() => _reference as string ?? throw Mismatch(PropertyKind.String);

    /// <summary>The object.</summary>
    /// <exception cref="InvalidOperationException">This is not an object.</exception>
    public PropertyObject AsObject() => _reference as PropertyObject ?? throw Mismatch(PropertyKind.Object);

    /// <summary>The list.</summary>
    /// <exception cref="InvalidOperationException">This is not a list.</exception>
    public PropertyList AsList() => _reference as PropertyList ?? throw Mismatch(PropertyKind.List);

    /// <summary>The asset.</summary>
    /// <exception cref="InvalidOperationException">This is not an asset.</exception>
    public PropertyAsset AsAsset() => _reference as PropertyAsset ?? throw Mismatch(PropertyKind.Asset);

    /// <summary>The archive.</summary>
    /// <exception cref="InvalidOperationException">This is not an archive.</exception>
    public PropertyArchive AsArchive() => _reference as PropertyArchive ?? throw Mismatch(PropertyKind.Archive);

    /// <summary>The resource reference.</summary>
    /// <exception cref="InvalidOperationException">This is not a resource reference.</exception>
    public ResourceReference AsResource() => _reference as ResourceReference ?? throw Mismatch(PropertyKind.Resource);

    /// <summary>The value with what it depends on.</summary>
    /// <exception cref="InvalidOperationException">This is not an output.</exception>
    public PropertyOutput AsOutput() => _reference as PropertyOutput ?? throw Mismatch(PropertyKind.Output);

    /// <summary>The string, or null when this is something else.</summary>
    public string? StringOrNull() => _reference as string;

    /// <summary>The object, or null when this is something else.</summary>
    public PropertyObject? ObjectOrNull() => _reference as PropertyObject;

    /// <summary>The list, or null when this is something else.</summary>
    public PropertyList? ListOrNull() => _reference as PropertyList;

    /// <summary>The boolean, or null when this is something else.</summary>
    public bool? BooleanOrNull() => ReferenceEquals(_reference, PropertyTag.Boolean) ? _number != 0 : null;

    /// <summary>The number, or null when this is something else.</summary>
    public double? NumberOrNull() => ReferenceEquals(_reference, PropertyTag.Number) ? _number : null;

    /// <inheritdoc/>
    public bool Equals(PropertyValue other)
    {
        if (ReferenceEquals(_reference, other._reference))
        {
            return _number.Equals(other._number);
        }

        return (_reference, other._reference) switch
        {
            (string left, string right) => left == right,
            (PropertySecret left, PropertySecret right) => left.Inner.Equals(right.Inner),
            (PropertyNode left, PropertyNode right) => left.Equals(right),
            _ => false,
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PropertyValue other && Equals(other);

    /// <summary>Whether both values are one and the same: the same text or part in memory, or the same number or boolean. Values that are not may still be equal.</summary>
    public bool IsIdenticalTo(PropertyValue other) => ReferenceEquals(_reference, other._reference) && _number.Equals(other._number);

    /// <summary>A hash that fits <see cref="IsIdenticalTo"/>, quicker than that of the contents.</summary>
    public int GetIdentityHashCode() => _reference switch
    {
        null or PropertyTag => _number.GetHashCode(),

        // One that goes by identity would be written into each text.
        string { Length: > 0 } text => (((((text.Length * 31) + text[0]) * 31) + text[text.Length / 2]) * 31) + text[^1],
        string => 0,
        object node => RuntimeHelpers.GetHashCode(node),
    };

    /// <inheritdoc/>
    public override int GetHashCode() => _reference switch
    {
        null => 0,
        string text => string.GetHashCode(text, StringComparison.Ordinal),
        PropertySecret secret => secret.Inner.GetHashCode(),
        PropertyTag tag => HashCode.Combine(tag.Kind, _number),
        object node => node.GetHashCode(),
    };

    /// <summary>Whether both values are the same.</summary>
    public static bool operator ==(PropertyValue left, PropertyValue right) => left.Equals(right);

    /// <summary>Whether the values differ.</summary>
    public static bool operator !=(PropertyValue left, PropertyValue right) => !left.Equals(right);

    /// <summary>A short text for debugging; secrets and unknowns are named, never shown.</summary>
    public override string ToString() => Kind switch
    {
        PropertyKind.Null => "null",
        PropertyKind.Boolean => AsBoolean() ? "true" : "false",
        PropertyKind.Number => _number.ToString("R", CultureInfo.InvariantCulture),
        PropertyKind.String => AsString(),
        PropertyKind.Secret => "[secret]",
        PropertyKind.Unknown => "[unknown]",
        _ => _reference!.ToString() ?? "",
    };

    private InvalidOperationException Mismatch(PropertyKind wanted) => new($"the value is {Kind}, not {wanted}");
}

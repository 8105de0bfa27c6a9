namespace Pulumi.Generators.Model;

/// <summary>What a value on the wire can be.</summary>
internal enum ShapeKind
{
    /// <summary>Text, and everything that travels as text: quantities, times, durations, base64 bytes.</summary>
    String,

    /// <summary>A whole number; the official SDK knows 32 bits only, also for int64.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Any JSON.</summary>
    Json,

    /// <summary>An object with known members.</summary>
    Object,

    /// <summary>A list of one shape.</summary>
    List,

    /// <summary>A map from names to one shape.</summary>
    Map,

    /// <summary>One of two shapes.</summary>
    Union,

    /// <summary>Text for which the SDK also has an enumeration.</summary>
    Enumeration,
}

/// <summary>The shape of a member's value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">
/// For an object, group, version and name of its type below <c>Pulumi.Kubernetes.Types.{Inputs,Outputs}</c>, e.g.
/// <c>Core.V1.Container</c>; for an enumeration, its type below <c>Pulumi.Kubernetes</c>.
/// </param>
/// <param name="Item">The shape of a list's items, of a map's values, or the first shape of a union.</param>
/// <param name="Other">The second shape of a union.</param>
internal sealed record ValueShape(ShapeKind Kind, string? Type = null, ValueShape? Item = null, ValueShape? Other = null)
{
    public static readonly ValueShape String = new(ShapeKind.String);
    public static readonly ValueShape Integer = new(ShapeKind.Integer);
    public static readonly ValueShape Number = new(ShapeKind.Number);
    public static readonly ValueShape Boolean = new(ShapeKind.Boolean);
    public static readonly ValueShape Json = new(ShapeKind.Json);

    public static ValueShape Object(string type) => new(ShapeKind.Object, type);

    public static ValueShape List(ValueShape item) => new(ShapeKind.List, Item: item);

    public static ValueShape Map(ValueShape item) => new(ShapeKind.Map, Item: item);

    public static ValueShape Union(ValueShape first, ValueShape second) => new(ShapeKind.Union, Item: first, Other: second);

    public static ValueShape Enumeration(string type) => new(ShapeKind.Enumeration, type);
}

using Pulumi;

namespace Rampart.WireProgram.Resources;

/// <summary>One input of every type that an input can have.</summary>
public sealed class EchoArgs : ResourceArgs
{
    [Input("list")]
    private InputList<string>? _list;

    [Input("map")]
    private InputMap<string>? _map;

    [Input("parts")]
    private InputList<PartArgs>? _parts;

    [Input("partsByName")]
    private InputMap<PartArgs>? _partsByName;

    [Input("any")]
    public Input<object>? Any { get; set; }

    [Input("asset")]
    public Input<AssetOrArchive>? Asset { get; set; }

    [Input("color")]
    public Input<Color>? Color { get; set; }

    [Input("flag")]
    public Input<bool>? Flag { get; set; }

    [Input("integer")]
    public Input<int>? Integer { get; set; }

    [Input("json")]
    public InputJson? Json { get; set; }

    [Input("jsonText", json: true)]
    public Input<PartArgs>? JsonText { get; set; }

    [Input("level")]
    public Input<Level>? Level { get; set; }

    public InputList<string> List
    {
        get => _list ??= [];
        set => _list = value;
    }

    public InputMap<string> Map
    {
        get => _map ??= [];
        set => _map = value;
    }

    [Input("number")]
    public Input<double>? Number { get; set; }

    [Input("part")]
    public Input<PartArgs>? Part { get; set; }

    public InputList<PartArgs> Parts
    {
        get => _parts ??= [];
        set => _parts = value;
    }

    public InputMap<PartArgs> PartsByName
    {
        get => _partsByName ??= [];
        set => _partsByName = value;
    }

    [Input("plain")]
    public string? Plain { get; set; }

    [Input("plainNumber")]
    public int? PlainNumber { get; set; }

    [Input("resource")]
    public Input<Resource>? Resource { get; set; }

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("union")]
    public InputUnion<int, string>? Union { get; set; }
}

/// <summary>An object inside of an object.</summary>
public sealed class PartArgs : ResourceArgs
{
    [Input("inner")]
    public Input<PartArgs>? Inner { get; set; }

    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("size")]
    public Input<int>? Size { get; set; }
}

/// <summary>An enumeration with numbers.</summary>
public enum Level
{
    Low,
    High = 7,
}

/// <summary>An enumeration with texts, in the form that generated packages have.</summary>
[EnumType]
public readonly struct Color : IEquatable<Color>
{
    private readonly string _value;

    private Color(string value) => _value = value;

    public static Color Blue { get; } = new("blue");

    public static explicit operator string(Color value) => value._value;

    public static bool operator ==(Color left, Color right) => left.Equals(right);

    public static bool operator !=(Color left, Color right) => !left.Equals(right);

    public override bool Equals(object? obj) => obj is Color other && Equals(other);

    public bool Equals(Color other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}

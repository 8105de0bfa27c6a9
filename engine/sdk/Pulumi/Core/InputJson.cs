using System.Text.Json;
using Pulumi.Serialization;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>An argument that takes any JSON.</summary>
public sealed class InputJson : Input<JsonElement>
{
    private readonly Input<JsonElement> _input;

    /// <summary>Creates an input of the undefined element.</summary>
    public InputJson()
        : this(default(JsonElement))
    {
    }

    private InputJson(Input<JsonElement> input) => _input = input;

    /// <summary>An input of a JSON text.</summary>
    public static implicit operator InputJson(string json) => new(Parse(json));

    /// <summary>An input of a JSON document.</summary>
    public static implicit operator InputJson(JsonDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document.RootElement);
    }

    /// <summary>An input of a JSON element.</summary>
    public static implicit operator InputJson(JsonElement element) => new(element);

    /// <summary>An input of an output of a JSON text.</summary>
    public static implicit operator InputJson(Output<string> json) => new(json.Apply(Parse));

    /// <summary>An input of an output of a JSON document.</summary>
    public static implicit operator InputJson(Output<JsonDocument> document) => new(document.Apply(static known => known.RootElement));

    /// <summary>An input of an output of a JSON element.</summary>
    public static implicit operator InputJson(Output<JsonElement> element) => new(element);

    private static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    internal override Output<JsonElement> AsOutput() => _input.AsOutput();

    internal override PropertyValue Serialize(PropertyWriter writer) => _input.Serialize(writer);
}

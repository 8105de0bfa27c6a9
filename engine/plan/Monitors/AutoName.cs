using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Monitors;

/// <summary>
/// The name that the Kubernetes provider gives an object that has none: the logical name, a hyphen and eight hexadecimal
/// characters. The provider draws them; a plan derives them, so that they are the same each time.
/// </summary>
/// <remarks>
/// The provider draws a new name whenever it replaces the object. So do rendered manifests: the name of an object that is
/// replaced when its content changes follows the content, and whatever refers to it rolls. Of content that is not known, such as
/// a secret without its passphrase, nothing goes into the name.
/// </remarks>
internal static class AutoName
{
    private const string Annotation = "pulumi.com/autonamed";

    /// <summary>The inputs with a name; the same object when they have one, or a <c>generateName</c>, or a name that is not known.</summary>
    /// <param name="type">Type token of the object.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="urn">Its URN.</param>
    /// <param name="name">Its logical name.</param>
    public static PropertyObject Apply(string type, PropertyObject inputs, string urn, string name)
    {
        PropertyValue value = inputs["metadata"];
        if (value.IsUnknown)
        {
            return inputs;
        }

        PropertyObject metadata = value.Inner.ObjectOrNull() ?? PropertyObject.Empty;
        if (!metadata["name"].IsNull || !metadata["generateName"].IsNull)
        {
            return inputs;
        }

        PropertyValue annotations = metadata["annotations"];
        PropertyObject named = metadata.With("name", PropertyValue.From(string.Create(
            CultureInfo.InvariantCulture, $"{name}-{Hash(urn, ReplacingContent(type, inputs)):x8}")));
        if (!annotations.IsUnknown)
        {
            PropertyObject existing = annotations.Inner.ObjectOrNull() ?? PropertyObject.Empty;
            named = named.With("annotations", PropertyValue.From(existing.With(Annotation, PropertyValue.From("true"))));
        }

        return inputs.With("metadata", value.IsSecret ? PropertyValue.Secret(PropertyValue.From(named)) : PropertyValue.From(named));
    }

    // What cannot change without a replacement; null where everything can.
    private static PropertyValue ReplacingContent(string type, PropertyObject inputs) => type switch
    {
        "kubernetes:core/v1:Secret" or "kubernetes:core/v1:ConfigMap" => PropertyValue.From(inputs.With("metadata", PropertyValue.Null)),
        "kubernetes:batch/v1:Job" => inputs["spec"].Inner.ObjectOrNull()?["template"] ?? PropertyValue.Null,
        _ => PropertyValue.Null,
    };

    // Keyed with the URN, so that equal secrets have different names; 32 bits say next to nothing about a secret.
    private static uint Hash(string urn, PropertyValue content)
    {
        ArrayBufferWriter<byte> text = new();
        if (!content.ContainsUnknowns)
        {
            using Utf8JsonWriter writer = new(text);
            PropertyJson.Write(writer, content);
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(urn), text.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash);
    }
}

using System.Globalization;
using System.Text.Json;

namespace Rampart.Protocol.Values;

/// <summary>Property values as JSON.</summary>
/// <remarks>JSON has no word for secret, unknown and the like: a secret gives its value, an unknown gives null.
/// Whoever shows the result masks secrets first.</remarks>
public static class PropertyJson
{
    // 2^53: above it a double does not tell neighbouring whole numbers apart.
    private const double LargestExactInteger = 9007199254740992;

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, PropertyValue value)
    {
        switch (value.Kind)
        {
            case PropertyKind.Boolean:
                writer.WriteBooleanValue(value.AsBoolean());
                break;
            case PropertyKind.Number:
                WriteNumber(writer, value.AsNumber());
                break;
            case PropertyKind.String:
                writer.WriteStringValue(value.AsString());
                break;
            case PropertyKind.List:
                writer.WriteStartArray();
                foreach (ref readonly PropertyValue item in value.AsList().Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case PropertyKind.Object:
                Write(writer, value.AsObject());
                break;
            case PropertyKind.Secret:
                Write(writer, value.Inner);
                break;
            case PropertyKind.Output:
                Write(writer, value.AsOutput().Value);
                break;
            case PropertyKind.Resource:
                writer.WriteStringValue(value.AsResource().Id ?? value.AsResource().Urn);
                break;
            case PropertyKind.Asset:
                writer.WriteStringValue(value.AsAsset().Content);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>Writes an object.</summary>
    public static void Write(Utf8JsonWriter writer, PropertyObject value)
    {
        writer.WriteStartObject();
        foreach (ref readonly Property property in value.Properties)
        {
            writer.WritePropertyName(property.Name);
            Write(writer, property.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (Math.Abs(number) <= LargestExactInteger && Math.Truncate(number) == number)
        {
            writer.WriteNumberValue((long)number);
        }
        else if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            // JSON has no such numbers, and what reads the text sees a value of a wrong type.
            writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        }
    }
}

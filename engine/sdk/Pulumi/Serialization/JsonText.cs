using System.Globalization;
using System.Text;
using System.Text.Json;
using Rampart.Protocol.Values;

namespace Pulumi.Serialization;

/// <summary>Property values from JSON, and JSON texts from property values.</summary>
internal static class JsonText
{
    /// <summary>The value of a JSON element.</summary>
    public static PropertyValue Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.True:
                return PropertyValue.From(true);
            case JsonValueKind.False:
                return PropertyValue.From(false);
            case JsonValueKind.Number:
                return PropertyValue.From(element.GetDouble());
            case JsonValueKind.String:
                return PropertyValue.From(element.GetString());
            case JsonValueKind.Array:
                List<PropertyValue> items = new(element.GetArrayLength());
                foreach (JsonElement item in element.EnumerateArray())
                {
                    items.Add(Read(item));
                }

                return PropertyValue.From(PropertyList.Create(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items)));
            case JsonValueKind.Object:
                List<Property> properties = [];
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    properties.Add(new Property(property.Name, Read(property.Value)));
                }

                return PropertyValue.From(PropertyObject.Create(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(properties)));
            default:
                return PropertyValue.Null;
        }
    }

    /// <summary>
    /// The JSON text of a value, spaced as the protobuf formatter does it (<c>{ "a": 1 }</c>), because that is what the
    /// official SDK sends; unknown and secret stay so.
    /// </summary>
    public static PropertyValue Of(PropertyValue value)
    {
        if (value.ContainsUnknowns)
        {
            return PropertyValue.Unknown;
        }

        StringBuilder text = new();
        Append(text, value);
        PropertyValue result = PropertyValue.From(text.ToString());
        return value.ContainsSecrets ? PropertyValue.Secret(result) : result;
    }

    private static void Append(StringBuilder text, PropertyValue value)
    {
        value = value.Inner;
        switch (value.Kind)
        {
            case PropertyKind.Boolean:
                text.Append(value.AsBoolean() ? "true" : "false");
                break;
            case PropertyKind.Number:
                text.Append(value.AsNumber().ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'));
                break;
            case PropertyKind.String:
                AppendString(text, value.AsString());
                break;
            case PropertyKind.List:
                text.Append('[');
                string separator = " ";
                foreach (PropertyValue item in value.AsList().Items)
                {
                    text.Append(separator);
                    Append(text, item);
                    separator = ", ";
                }

                text.Append(" ]");
                break;
            case PropertyKind.Object:
                text.Append('{');
                string comma = " ";
                foreach (Property property in value.AsObject().Properties)
                {
                    text.Append(comma);
                    AppendString(text, property.Name);
                    text.Append(": ");
                    Append(text, property.Value);
                    comma = ", ";
                }

                text.Append(" }");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                default:
                    if (IsEscaped(c))
                    {
                        text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        text.Append(c);
                    }

                    break;
            }
        }

        text.Append('"');
    }

    // Control and format characters, halves of characters, and what would end a script in HTML.
    private static bool IsEscaped(char c) =>
        c is '<' or '>' or < ' ' or (>= '\u007f' and <= '\u009f') || char.IsSurrogate(c)
        || (c > '\u009f' && char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

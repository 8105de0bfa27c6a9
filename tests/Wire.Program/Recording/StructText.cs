using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Rampart.WireProgram.Recording;

/// <summary>
/// Properties as they are on the wire, one line for each: JSON with sorted keys, in which the protocol's signatures have
/// names.
/// </summary>
internal static class StructText
{
    private const string SignatureKey = "4dabf18193072939515e22adb298388d";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["1b47061264138c4ac30d75fd1eb44270"] = "secret",
        ["c44067f5952c0a294b673a41bacd8c17"] = "asset",
        ["0def7320c3a5731c473e5ecbe6d01bc7"] = "archive",
        ["5cf8f73096256a8f31e491e813e4eb8e"] = "resource",
        ["d0e6a833031e9bbcd3f4e8bde6ca49a4"] = "output",
        ["04da6b54-80e4-46f7-96ec-b56ff0331ba9"] = "<unknown>",
    };

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 10_000 };

    public static void WriteStruct(StringBuilder block, string prefix, ByteString bytes)
    {
        Struct value = Struct.Parser.ParseFrom(Unbounded(bytes));
        if (value.Fields.Count == 0)
        {
            block.Append(prefix).Append(": {}\n");
        }

        foreach ((string name, Value property) in value.Fields.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            block.Append(CultureInfo.InvariantCulture, $"{prefix}.{name}: {Write(property)}\n");
        }
    }

    public static void WriteValue(StringBuilder block, string prefix, ByteString bytes) =>
        block.Append(CultureInfo.InvariantCulture, $"{prefix}: {Write(Value.Parser.ParseFrom(Unbounded(bytes)))}\n");

    // Protobuf's own bound is a hundred messages in each other, about 33 objects.
    private static CodedInputStream Unbounded(ByteString bytes) =>
        CodedInputStream.CreateWithLimits(new MemoryStream(bytes.ToByteArray()), int.MaxValue, recursionLimit: 10_000);

    private static string Write(Value value)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.BoolValue:
                writer.WriteBooleanValue(value.BoolValue);
                break;
            case Value.KindOneofCase.NumberValue:
                writer.WriteNumberValue(value.NumberValue);
                break;
            case Value.KindOneofCase.StringValue:
                writer.WriteStringValue(Name(value.StringValue));
                break;
            case Value.KindOneofCase.ListValue:
                writer.WriteStartArray();
                foreach (Value item in value.ListValue.Values)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case Value.KindOneofCase.StructValue:
                writer.WriteStartObject();
                foreach ((string name, Value property) in value.StructValue.Fields
                    .Select(static pair => KeyValuePair.Create(pair.Key == SignatureKey ? "$sig" : pair.Key, pair.Value))
                    .OrderBy(static pair => pair.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, property);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static string Name(string text) => Names.GetValueOrDefault(text, text);
}

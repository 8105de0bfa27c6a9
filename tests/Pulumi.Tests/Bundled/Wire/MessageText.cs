using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Rampart.Wire.Structs;

namespace Pulumi.Tests.Bundled.Wire;

/// <summary>A message as text: one line for each field that is set, properties as protobuf itself reads them.</summary>
internal static class MessageText
{
    public static string Of(IMessage message)
    {
        StringWriter text = new() { NewLine = "\n" };
        foreach (FieldDescriptor field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            object value = field.Accessor.GetValue(message);
            bool isSet = value switch
            {
                IList list => list.Count > 0,
                IDictionary map => map.Count > 0,
                _ when field.HasPresence => field.Accessor.HasValue(message),
                string textValue => textValue.Length > 0,
                bool boolean => boolean,
                _ => Convert.ToInt32(value, CultureInfo.InvariantCulture) != 0,
            };
            if (isSet)
            {
                text.WriteLine($"{field.Name}: {Value(field, value)}");
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Value(FieldDescriptor field, object value) => value switch
    {
        ByteString bytes when field.Name == "replacement_trigger" =>
            Google.Protobuf.WellKnownTypes.Value.Parser.ParseFrom(PropertyStruct.WriteValue(PropertyStruct.ReadValue(bytes, keepOutputs: true))).ToString(),
        ByteString bytes => Struct.Parser.ParseFrom(PropertyStruct.Write(PropertyStruct.Read(bytes, keepOutputs: true))).ToString(),
        IDictionary map => string.Join(", ", map.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => $"{key} = {map[key]}")),
        IList list => string.Join(", ", list.Cast<object>()),
        bool boolean => boolean ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

using System.Collections;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Messages = Rampart.Wire.Messages;

namespace Rampart.WireProgram.Recording;

/// <summary>
/// Requests as text that is the same each time: a block for each with a line for each field that is set, blocks and
/// everything without an order sorted, ports and tokens left out.
/// </summary>
internal static class RequestText
{
    // Sets: the order of their items means nothing, and programs send them in any.
    private static readonly HashSet<string> Sets = new(StringComparer.Ordinal) { "dependencies", "urns" };

    // A bytes field that holds a google.protobuf.Struct, or a google.protobuf.Value.
    private static readonly HashSet<string> Structs = new(StringComparer.Ordinal) { "object", "outputs", "properties", "args" };
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal) { "replacement_trigger" };

    /// <param name="requests">The requests.</param>
    /// <param name="hasFailed">Whether the program failed: what it had declared by then is a matter of time, so only messages are kept.</param>
    public static string Write(IEnumerable<(string Method, IMessage Message)> requests, bool hasFailed)
    {
        List<string> blocks = [];
        foreach ((string method, IMessage message) in requests)
        {
            if (IsCompared(message) && (!hasFailed || message is Messages.LogRequest))
            {
                blocks.Add(Write(method, message));
            }
        }

        blocks.Sort(StringComparer.Ordinal);
        return string.Concat(blocks.Where((block, index) => !IsRepetition(blocks, index, hasFailed)));
    }

    // One failure can reach a program in several ways, as the property's and as the resource's, and whether it is told of a
    // second before it ends is a matter of time. A package is the same however often it is registered.
    private static bool IsRepetition(List<string> sorted, int index, bool hasFailed)
    {
        string block = sorted[index];
        if (index > 0 && sorted[index - 1] == block)
        {
            return hasFailed || block.StartsWith("RegisterPackage\n", StringComparison.Ordinal);
        }

        return hasFailed && MessageText.WithoutProperty(block) is { } shorter && sorted.Contains(shorter);
    }

    // How often a program asks for a feature, and what it says to those who look for a fault in the SDK, is its own business.
    private static bool IsCompared(IMessage message) =>
        message is not (Messages.SupportsFeatureRequest or Messages.LogRequest { Severity: Messages.LogSeverity.Debug });

    private static string Write(string method, IMessage message)
    {
        StringBuilder block = new(method);
        block.Append(message switch
        {
            Messages.RegisterResourceRequest register => $" {register.Type} '{register.Name}'",
            Messages.ReadResourceRequest read => $" {read.Type} '{read.Name}'",
            Messages.ResourceInvokeRequest invoke => $" {invoke.Tok}",
            Messages.ResourceCallRequest call => $" {call.Tok}",
            _ => "",
        });
        block.Append('\n');
        WriteFields(block, "  ", message);
        return block.ToString();
    }

    private static void WriteFields(StringBuilder block, string prefix, IMessage message)
    {
        if (message is Messages.Callback)
        {
            block.Append(prefix).Append("<callback>\n");
            return;
        }

        foreach (FieldDescriptor field in message.Descriptor.Fields.InDeclarationOrder().OrderBy(static field => field.Name, StringComparer.Ordinal))
        {
            object value = field.Accessor.GetValue(message);
            if (field.IsMap)
            {
                WriteMap(block, prefix + field.Name, (IDictionary)value, field);
            }
            else if (field.IsRepeated)
            {
                WriteList(block, prefix + field.Name, (IList)value, field);
            }
            else if (field.HasPresence ? field.Accessor.HasValue(message) : !IsDefault(value))
            {
                WriteValue(block, prefix + field.Name, value, field);
            }
        }
    }

    private static void WriteMap(StringBuilder block, string prefix, IDictionary map, FieldDescriptor field)
    {
        FieldDescriptor values = field.MessageType.FindFieldByName("value");
        foreach (string key in map.Keys.Cast<string>().Order(StringComparer.Ordinal))
        {
            WriteValue(block, $"{prefix}[{key}]", map[key]!, values);
        }
    }

    private static void WriteList(StringBuilder block, string prefix, IList list, FieldDescriptor field)
    {
        IEnumerable<object> items = list.Cast<object>();
        if (Sets.Contains(field.Name))
        {
            items = items.OrderBy(static item => (string)item, StringComparer.Ordinal);
        }

        int index = 0;
        foreach (object item in items)
        {
            WriteValue(block, string.Create(CultureInfo.InvariantCulture, $"{prefix}[{index}]"), item, field);
            index++;
        }
    }

    private static void WriteValue(StringBuilder block, string prefix, object value, FieldDescriptor field)
    {
        if (value is IMessage message)
        {
            StringBuilder fields = new();
            WriteFields(fields, prefix + ".", message);
            block.Append(fields.Length == 0 ? prefix + ": {}\n" : fields.ToString());
            return;
        }

        if (value is ByteString bytes)
        {
            if (Structs.Contains(field.Name))
            {
                StructText.WriteStruct(block, prefix, bytes);
            }
            else if (Values.Contains(field.Name))
            {
                StructText.WriteValue(block, prefix, bytes);
            }
            else
            {
                block.Append(prefix).Append(": ").Append(bytes.ToBase64()).Append('\n');
            }

            return;
        }

        string text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        block.Append(prefix).Append(": ").Append(field.Name == "message" ? MessageText.Normalize(text) : text).Append('\n');
    }

    private static bool IsDefault(object value) => value switch
    {
        null => true,
        string text => text.Length == 0,
        bool flag => !flag,
        Enum number => Convert.ToInt32(number, CultureInfo.InvariantCulture) == 0,
        int number => number == 0,
        ByteString bytes => bytes.IsEmpty,
        _ => false,
    };
}

using System.Buffers.Binary;
using System.Text;
using Rampart.Protocol.Values;

namespace Rampart.Wire.Structs;

/// <summary>Reads values that <see cref="StructWriter"/> or any other implementation of protobuf wrote.</summary>
internal struct StructReader(bool keepOutputs)
{
    private const int UnknownLength = 36;

    private int _depth;

    /// <summary>Reads a Struct.</summary>
    public PropertyObject ReadObject(ReadOnlySpan<byte> message)
    {
        Enter();
        int count = Count(message, StructTags.Field);
        Property[] properties = count == 0 ? [] : new Property[count];
        int next = 0;
        while (TryReadField(ref message, out uint tag, out ReadOnlySpan<byte> content))
        {
            if (tag == StructTags.Field)
            {
                properties[next++] = ReadProperty(content);
            }
        }

        _depth--;
        return PropertyObject.Adopt(properties);
    }

    /// <summary>Reads a Value.</summary>
    public PropertyValue ReadValue(ReadOnlySpan<byte> message)
    {
        PropertyValue value = default;
        while (TryReadField(ref message, out uint tag, out ReadOnlySpan<byte> content))
        {
            // Of several fields the last counts, as in any oneof.
            switch (tag)
            {
                case StructTags.Null:
                    value = default;
                    break;
                case StructTags.Boolean:
                    value = PropertyValue.From(ReadVarint(ref content) != 0);
                    break;
                case StructTags.Number:
                    value = PropertyValue.From(BinaryPrimitives.ReadDoubleLittleEndian(content));
                    break;
                case StructTags.String:
                    value = content.Length == UnknownLength && Signatures.IsUnknown(content)
                        ? PropertyValue.Unknown
                        : PropertyValue.From(Encoding.UTF8.GetString(content));
                    break;
                case StructTags.List:
                    value = PropertyValue.From(ReadList(content));
                    break;
                case StructTags.Struct:
                    value = Interpret(ReadObject(content));
                    break;
                default:
                    break;
            }
        }

        return value;
    }

    private Property ReadProperty(ReadOnlySpan<byte> entry)
    {
        string name = "";
        PropertyValue value = default;
        while (TryReadField(ref entry, out uint tag, out ReadOnlySpan<byte> content))
        {
            if (tag == StructTags.FieldKey)
            {
                name = Encoding.UTF8.GetString(content);
            }
            else if (tag == StructTags.FieldValue)
            {
                value = ReadValue(content);
            }
        }

        return new Property(name, value);
    }

    private PropertyList ReadList(ReadOnlySpan<byte> message)
    {
        Enter();
        int count = Count(message, StructTags.Item);
        PropertyValue[] items = count == 0 ? [] : new PropertyValue[count];
        int next = 0;
        while (TryReadField(ref message, out uint tag, out ReadOnlySpan<byte> content))
        {
            if (tag == StructTags.Item)
            {
                items[next++] = ReadValue(content);
            }
        }

        _depth--;
        return PropertyList.Adopt(items);
    }

    private readonly PropertyValue Interpret(PropertyObject value)
    {
        if (!value.TryGetValue(Signatures.Key, out PropertyValue signature))
        {
            return PropertyValue.From(value);
        }

        return signature.StringOrNull() switch
        {
            Signatures.Secret => PropertyValue.Secret(value["value"]),
            Signatures.Asset => ReadAsset(value),
            Signatures.Archive => ReadArchive(value),
            Signatures.Resource => PropertyValue.From(new ResourceReference(
                value["urn"].StringOrNull() ?? throw Malformed("a resource reference without a URN"),
                ReadId(value),
                value["packageVersion"].StringOrNull() ?? "")),
            Signatures.Output => ReadOutput(value),
            _ => throw Malformed($"the unrecognized signature {signature}"),
        };
    }

    private static string? ReadId(PropertyObject reference) =>
        reference.TryGetValue("id", out PropertyValue id) ? id.StringOrNull() ?? "" : null;

    private static PropertyValue ReadAsset(PropertyObject value)
    {
        // Whoever has read the asset may have added its text to its path: the path says where it is from.
        if (value["path"].StringOrNull() is { Length: > 0 } path)
        {
            return PropertyValue.From(new PropertyAsset(AssetSource.Path, path));
        }

        if (value["uri"].StringOrNull() is { Length: > 0 } uri)
        {
            return PropertyValue.From(new PropertyAsset(AssetSource.Uri, uri));
        }

        return PropertyValue.From(new PropertyAsset(AssetSource.Text, value["text"].StringOrNull() ?? ""));
    }

    private static PropertyValue ReadArchive(PropertyObject value)
    {
        if (value["path"].StringOrNull() is { Length: > 0 } path)
        {
            return PropertyValue.From(new PropertyArchive(AssetSource.Path, path));
        }

        if (value["uri"].StringOrNull() is { Length: > 0 } uri)
        {
            return PropertyValue.From(new PropertyArchive(AssetSource.Uri, uri));
        }

        return PropertyValue.From(new PropertyArchive(value["assets"].ObjectOrNull() ?? PropertyObject.Empty));
    }

    private readonly PropertyValue ReadOutput(PropertyObject value)
    {
        PropertyValue inner = value.TryGetValue("value", out PropertyValue known) ? known : PropertyValue.Unknown;
        if (value["secret"].BooleanOrNull() == true)
        {
            inner = PropertyValue.Secret(inner);
        }

        if (!keepOutputs)
        {
            return inner;
        }

        string[] urns = [];
        if (value["dependencies"].ListOrNull() is { Count: > 0 } dependencies)
        {
            urns = new string[dependencies.Count];
            for (int i = 0; i < urns.Length; i++)
            {
                urns[i] = dependencies[i].StringOrNull() ?? throw Malformed("an output value with a dependency that is no text");
            }

            Array.Sort(urns, StringComparer.Ordinal);
        }

        return PropertyValue.From(new PropertyOutput(inner, urns));
    }

    private static int Count(ReadOnlySpan<byte> message, uint wanted)
    {
        int count = 0;
        while (TryReadField(ref message, out uint tag, out _))
        {
            if (tag == wanted)
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Takes the next field; the content of a varint is its bytes.</summary>
    private static bool TryReadField(ref ReadOnlySpan<byte> message, out uint tag, out ReadOnlySpan<byte> content)
    {
        if (message.IsEmpty)
        {
            tag = 0;
            content = default;
            return false;
        }

        tag = (uint)ReadVarint(ref message);
        ulong length;
        switch (tag & 7)
        {
            case 0:
                ReadOnlySpan<byte> rest = message;
                ReadVarint(ref rest);
                length = (ulong)(message.Length - rest.Length);
                break;
            case 1:
                length = sizeof(ulong);
                break;
            case 2:
                length = ReadVarint(ref message);
                break;
            case 5:
                length = sizeof(uint);
                break;
            default:
                throw Malformed("an unknown wire type");
        }

        if (length > (ulong)message.Length)
        {
            throw Malformed("a truncated field");
        }

        content = message[..(int)length];
        message = message[(int)length..];
        return true;
    }

    private static ulong ReadVarint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int i = 0; i < bytes.Length && i < 10; i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return value;
            }
        }

        throw Malformed("a truncated number");
    }

    private void Enter()
    {
        if (++_depth > StructTags.MaxDepth)
        {
            throw Malformed($"a value that is nested more than {StructTags.MaxDepth} levels deep");
        }
    }

    private static InvalidDataException Malformed(string what) => new($"the properties of a message hold {what}");
}

using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;
using Rampart.Protocol.Values;

namespace Rampart.Wire.Structs;

/// <summary>
/// Writes values from the last byte to the first: the length of a message, which goes before it, is known by then, so
/// that one pass is enough.
/// </summary>
internal ref struct StructWriter
{
    private const int InitialSize = 4096;

    private byte[] _buffer;
    private int _start;
    private int _depth;

    public StructWriter()
    {
        _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
        _start = _buffer.Length;
    }

    public readonly ByteString ToByteString() => ByteString.CopyFrom(_buffer.AsSpan(_start));

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    /// <summary>Writes the fields of a Struct.</summary>
    public void Write(PropertyObject value)
    {
        ReadOnlySpan<Property> properties = value.Properties;
        Enter();
        for (int i = properties.Length - 1; i >= 0; i--)
        {
            Write(properties[i].Name, properties[i].Value);
        }

        _depth--;
    }

    /// <summary>Writes the field of a Value.</summary>
    public void Write(PropertyValue value)
    {
        switch (value.Kind)
        {
            case PropertyKind.Null:
                Prepend(0);
                Prepend(StructTags.Null);
                break;
            case PropertyKind.Boolean:
                Prepend(value.AsBoolean() ? (byte)1 : (byte)0);
                Prepend(StructTags.Boolean);
                break;
            case PropertyKind.Number:
                BinaryPrimitives.WriteDoubleLittleEndian(Reserve(sizeof(double)), value.AsNumber());
                Prepend(StructTags.Number);
                break;
            case PropertyKind.String:
                Write(StructTags.String, value.AsString());
                break;
            case PropertyKind.Unknown:
                Write(StructTags.String, Signatures.Unknown);
                break;
            case PropertyKind.List:
                Write(value.AsList());
                break;
            case PropertyKind.Object:
                int end = End;
                Write(value.AsObject());
                Close(StructTags.Struct, end);
                break;
            case PropertyKind.Secret:
                WriteSecret(value.Inner);
                break;
            case PropertyKind.Asset:
                Write(value.AsAsset());
                break;
            case PropertyKind.Archive:
                Write(value.AsArchive());
                break;
            case PropertyKind.Resource:
                Write(value.AsResource());
                break;
            case PropertyKind.Output:
                Write(value.AsOutput());
                break;
            default:
                throw new InvalidOperationException($"a value of kind {value.Kind} has no wire form");
        }
    }

    // Counted from the back, so that a larger buffer does not move it.
    private readonly int End => _buffer.Length - _start;

    private void Write(PropertyList list)
    {
        Enter();
        int end = End;
        ReadOnlySpan<PropertyValue> items = list.Items;
        for (int i = items.Length - 1; i >= 0; i--)
        {
            int itemEnd = End;
            Write(items[i]);
            Close(StructTags.Item, itemEnd);
        }

        Close(StructTags.List, end);
        _depth--;
    }

    // An unknown has no value that could be kept secret, and the engine looks for the bare unknown.
    private void WriteSecret(PropertyValue inner)
    {
        if (inner.IsUnknown)
        {
            Write(inner);
            return;
        }

        int end = Open();
        Write("value", inner);
        Close(Signatures.Secret, end);
    }

    private void Write(PropertyAsset asset)
    {
        int end = Open();
        Write(Name(asset.Source), PropertyValue.From(asset.Content));
        Close(Signatures.Asset, end);
    }

    private void Write(PropertyArchive archive)
    {
        int end = Open();
        if (archive.Assets is { } assets)
        {
            Write("assets", PropertyValue.From(assets));
        }
        else
        {
            Write(Name(archive.Source), PropertyValue.From(archive.Content));
        }

        Close(Signatures.Archive, end);
    }

    private void Write(ResourceReference resource)
    {
        int end = Open();
        if (resource.PackageVersion.Length > 0)
        {
            Write("packageVersion", PropertyValue.From(resource.PackageVersion));
        }

        if (resource.Id is { } id)
        {
            Write("id", PropertyValue.From(id));
        }

        Write("urn", PropertyValue.From(resource.Urn));
        Close(Signatures.Resource, end);
    }

    private void Write(PropertyOutput output)
    {
        int end = Open();
        if (output.Dependencies.Count > 0)
        {
            PropertyValue[] urns = new PropertyValue[output.Dependencies.Count];
            for (int i = 0; i < urns.Length; i++)
            {
                urns[i] = PropertyValue.From(output.Dependencies[i]);
            }

            Write("dependencies", PropertyValue.From(PropertyList.Adopt(urns)));
        }

        if (output.Value.IsSecret)
        {
            Write("secret", PropertyValue.From(true));
        }

        if (!output.Value.Inner.IsUnknown)
        {
            Write("value", output.Value.Inner);
        }

        Close(Signatures.Output, end);
    }

    private static string Name(AssetSource source) => source switch
    {
        AssetSource.Text => "text",
        AssetSource.Path => "path",
        _ => "uri",
    };

    private int Open()
    {
        Enter();
        return End;
    }

    private void Close(string signature, int end)
    {
        Write(Signatures.Key, PropertyValue.From(signature));
        Close(StructTags.Struct, end);
        _depth--;
    }

    private void Write(string name, PropertyValue value)
    {
        int end = End;
        Write(value);
        Close(StructTags.FieldValue, end);
        Write(StructTags.FieldKey, name);
        Close(StructTags.Field, end);
    }

    private void Write(byte tag, string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, Reserve(length));
        Prepend((uint)length);
        Prepend(tag);
    }

    /// <summary>Puts the tag and length before what has been written since <paramref name="end"/>.</summary>
    private void Close(byte tag, int end)
    {
        Prepend((uint)(End - end));
        Prepend(tag);
    }

    private void Prepend(byte value) => Reserve(1)[0] = value;

    private void Prepend(uint varint)
    {
        int size = 1;
        for (uint rest = varint >> 7; rest != 0; rest >>= 7)
        {
            size++;
        }

        Span<byte> bytes = Reserve(size);
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(i == bytes.Length - 1 ? varint : varint | 0x80);
            varint >>= 7;
        }
    }

    private Span<byte> Reserve(int size)
    {
        if (_start < size)
        {
            Grow(size);
        }

        _start -= size;
        return _buffer.AsSpan(_start, size);
    }

    private void Grow(int size)
    {
        int used = End;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(used + size), (int)Math.Min(2L * _buffer.Length, Array.MaxLength)));
        _buffer.AsSpan(_start).CopyTo(larger.AsSpan(larger.Length - used));
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
        _start = larger.Length - used;
    }

    private void Enter()
    {
        if (++_depth > StructTags.MaxDepth)
        {
            throw new InvalidOperationException($"a value is nested more than {StructTags.MaxDepth} levels deep");
        }
    }
}

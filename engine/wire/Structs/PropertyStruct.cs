using Google.Protobuf;
using Rampart.Protocol.Values;

namespace Rampart.Wire.Structs;

/// <summary>
/// Properties in their wire form: google.protobuf.Struct, in which secrets, unknowns, assets, archives, resource references
/// and outputs are objects with a signature.
/// </summary>
/// <remarks>Nesting is bounded by 1,000 objects and lists, where protobuf's own parser ends at about 33. Properties are
/// written in ordinal order, so that equal values give equal bytes.</remarks>
public static class PropertyStruct
{
    /// <summary>Writes an object as a google.protobuf.Struct.</summary>
    /// <exception cref="InvalidOperationException">The value is nested too deep.</exception>
    public static ByteString Write(PropertyObject value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Count == 0)
        {
            return ByteString.Empty;
        }

        StructWriter writer = new();
        try
        {
            writer.Write(value);
            return writer.ToByteString();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Writes a value as a google.protobuf.Value.</summary>
    /// <exception cref="InvalidOperationException">The value is nested too deep.</exception>
    public static ByteString WriteValue(PropertyValue value)
    {
        StructWriter writer = new();
        try
        {
            writer.Write(value);
            return writer.ToByteString();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Reads a google.protobuf.Struct. The object itself is taken as it is, also when it has a signature.</summary>
    /// <param name="message">The bytes; empty for an object without properties.</param>
    /// <param name="keepOutputs">Whether outputs keep their dependencies, as <see cref="PropertyOutput"/>, or give their value alone.</param>
    /// <exception cref="InvalidDataException">The bytes are not a struct, or it is nested too deep.</exception>
    public static PropertyObject Read(ByteString message, bool keepOutputs = false)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new StructReader(keepOutputs).ReadObject(message.Span);
    }

    /// <summary>Reads a google.protobuf.Value.</summary>
    /// <param name="message">The bytes; empty for null.</param>
    /// <param name="keepOutputs">Whether outputs keep their dependencies, as <see cref="PropertyOutput"/>, or give their value alone.</param>
    /// <exception cref="InvalidDataException">The bytes are not a value, or it is nested too deep.</exception>
    public static PropertyValue ReadValue(ByteString message, bool keepOutputs = false)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new StructReader(keepOutputs).ReadValue(message.Span);
    }
}

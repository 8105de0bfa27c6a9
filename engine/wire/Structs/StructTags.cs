namespace Rampart.Wire.Structs;

/// <summary>The tags, field number and wire type, of google.protobuf.Struct, Value and ListValue.</summary>
internal static class StructTags
{
    /// <summary>Struct.fields, and its entries are messages.</summary>
    public const byte Field = 0x0A;

    public const byte FieldKey = 0x0A;

    public const byte FieldValue = 0x12;

    /// <summary>ListValue.values.</summary>
    public const byte Item = 0x0A;

    public const byte Null = 0x08;

    public const byte Number = 0x11;

    public const byte String = 0x1A;

    public const byte Boolean = 0x20;

    public const byte Struct = 0x2A;

    public const byte List = 0x32;

    /// <summary>How deep objects and lists may be nested; more would not fit on the stack of a thread.</summary>
    public const int MaxDepth = 1000;
}

using Rampart.Cel.Checking;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Standard;

/// <summary>The well-known types of protocol buffers that hold one value: a literal of them is that value.</summary>
internal static class WrapperTypes
{
    public static readonly CelObjectType[] All =
    [
        Wrapper("BoolValue", CelType.Bool, CelValue.False),
        Wrapper("BytesValue", CelType.Bytes, CelValue.From(Array.Empty<byte>())),
        Wrapper("DoubleValue", CelType.Double, CelValue.From(0.0)),
        Wrapper("FloatValue", CelType.Double, CelValue.From(0.0)),
        Wrapper("Int32Value", CelType.Int, CelValue.From(0L)),
        Wrapper("Int64Value", CelType.Int, CelValue.From(0L)),
        Wrapper("StringValue", CelType.String, CelValue.From("")),
        Wrapper("UInt32Value", CelType.Uint, CelValue.From(0UL)),
        Wrapper("UInt64Value", CelType.Uint, CelValue.From(0UL)),
        new("google.protobuf.Value", static (_, field) => field switch
        {
            "null_value" => CelType.Null,
            "bool_value" => CelType.Bool,
            "number_value" => CelType.Double,
            "string_value" => CelType.String,
            "list_value" => CelType.AnyList,
            "struct_value" => CelType.Map(CelType.String, CelType.Dyn),
            _ => null,
        }, static (_, fields) => fields.Count == 0 ? default : fields[^1].Value)
        {
            LiteralType = CelType.Dyn,
        },
    ];

    private static CelObjectType Wrapper(string name, CelType type, CelValue zero) =>
        new("google.protobuf." + name, (_, field) => field == "value" ? type : null, (_, fields) => fields.Count == 0 ? zero : fields[0].Value)
        {
            LiteralType = CelType.Nullable(type),
        };
}

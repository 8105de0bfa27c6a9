using System.Globalization;
using System.Text;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Tests.Spec;

/// <summary>Values and types in the notation of the suite.</summary>
internal static class SpecValue
{
    public static string Utf8(string bytes) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));

    public static CelValue Read(TextProto value)
    {
        string name = value.Names.FirstOrDefault() ?? "null_value";
        switch (name)
        {
            case "null_value":
                return default;
            case "bool_value":
                return CelValue.From(value.Text(name) is "true" or "t" or "1");
            case "int64_value":
                return CelValue.From(ParseLong(value.Text(name)));
            case "uint64_value":
                return CelValue.From(ulong.Parse(value.Text(name), CultureInfo.InvariantCulture));
            case "double_value":
                return CelValue.From(ParseDouble(value.Text(name)));
            case "string_value":
                return CelValue.From(Utf8(value.Text(name)));
            case "bytes_value":
                return CelValue.From(Encoding.Latin1.GetBytes(value.Text(name)));
            case "type_value":
                return CelValue.From(TypeNamed(value.Text(name)));
            case "list_value":
                return CelValue.From(CelList.Create([.. value.Message(name).Messages("values").Select(Read)]));
            case "map_value":
                return CelValue.From(CelTable.Of([.. value.Message(name).Messages("entries").Select(static entry => KeyValuePair.Create(Read(entry.Message("key")), Read(entry.Message("value"))))]));
            default:
                throw new NotSupportedException(name);
        }
    }

    public static CelType ReadType(TextProto type)
    {
        string name = type.Names.FirstOrDefault() ?? "dyn";
        return name switch
        {
            "dyn" => CelType.Dyn,
            "null" => CelType.Null,
            "primitive" => type.Text(name) switch
            {
                "BOOL" => CelType.Bool,
                "INT64" => CelType.Int,
                "UINT64" => CelType.Uint,
                "DOUBLE" => CelType.Double,
                "STRING" => CelType.String,
                _ => CelType.Bytes,
            },
            "well_known" => type.Text(name) switch
            {
                "TIMESTAMP" => CelType.Timestamp,
                _ => CelType.Duration,
            },
            "list_type" => CelType.List(type.Message(name).Messages("elem_type").Select(ReadType).FirstOrDefault() ?? CelType.Dyn),
            "map_type" => CelType.Map(ReadType(type.Message(name).Message("key_type")), ReadType(type.Message(name).Message("value_type"))),
            "abstract_type" => CelType.Optional(ReadType(type.Message(name).Message("parameter_types"))),
            "type" => CelType.TypeOf(ReadType(type.Message(name))),
            _ => throw new NotSupportedException(name),
        };
    }

    private static CelType TypeNamed(string name) => name switch
    {
        "google.protobuf.Timestamp" => CelType.Timestamp,
        "google.protobuf.Duration" => CelType.Duration,
        _ => CelType.Object(name),
    };

    private static long ParseLong(string text)
    {
        bool isNegative = text.StartsWith('-');
        string digits = text.TrimStart('-');
        ulong number = digits.StartsWith("0x", StringComparison.Ordinal)
            ? ulong.Parse(digits.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : ulong.Parse(digits, CultureInfo.InvariantCulture);
        return isNegative ? unchecked((long)-(long)number) : (long)number;
    }

    private static double ParseDouble(string text) => text.ToUpperInvariant() switch
    {
        "INF" or "INFINITY" => double.PositiveInfinity,
        "-INF" or "-INFINITY" => double.NegativeInfinity,
        "NAN" => double.NaN,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}

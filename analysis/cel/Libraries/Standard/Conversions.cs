using System.Globalization;
using System.Text;
using Rampart.Cel.Functions;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Standard;

/// <summary>Conversions between the types.</summary>
internal static class Conversions
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    public static readonly CelFunction[] All =
    [
        Conversion(
            "bool",
            Overload.Global("bool_to_bool", CelType.Bool, CelType.Bool, Same),
            Overload.Global("string_to_bool", CelType.String, CelType.Bool, static v => v.AsString() switch
            {
                "1" or "t" or "T" or "true" or "TRUE" or "True" => CelValue.True,
                "0" or "f" or "F" or "false" or "FALSE" or "False" => CelValue.False,
                _ => CelError.Conversion(v, CelType.Bool),
            })),
        Conversion(
            "bytes",
            Overload.Global("bytes_to_bytes", CelType.Bytes, CelType.Bytes, Same),
            Overload.Global("string_to_bytes", CelType.String, CelType.Bytes, static v => CelValue.From(Encoding.UTF8.GetBytes(v.AsString())), cost: Costs.First).With(static call => Estimates.First(call) with { Size = new CelRange(call[0].Min, unchecked(call[0].Max * 4)) })),
        Conversion(
            "double",
            Overload.Global("double_to_double", CelType.Double, CelType.Double, Same),
            Overload.Global("int64_to_double", CelType.Int, CelType.Double, static v => CelValue.From((double)v.AsInt())),
            Overload.Global("string_to_double", CelType.String, CelType.Double, static v => ParseDouble(v.AsString()) is { } number ? CelValue.From(number) : CelError.Conversion(v, CelType.Double)),
            Overload.Global("uint64_to_double", CelType.Uint, CelType.Double, static v => CelValue.From((double)v.AsUint()))),
        Conversion(
            "int",
            Overload.Global("int64_to_int64", CelType.Int, CelType.Int, Same),
            Overload.Global("double_to_int64", CelType.Double, CelType.Int, static v => v.AsDouble() is > -9223372036854775808.0 and < 9223372036854775808.0 ? CelValue.From((long)v.AsDouble()) : CelError.IntegerOverflow.AsValue()),
            Overload.Global("duration_to_int64", CelType.Duration, CelType.Int, static v => CelValue.From(v.AsDuration())),
            Overload.Global("string_to_int64", CelType.String, CelType.Int, static v => ParseInt(v.AsString()) is { } number ? CelValue.From(number) : CelError.Conversion(v, CelType.Int)),
            Overload.Global("timestamp_to_int64", CelType.Timestamp, CelType.Int, static v => CelValue.From(v.AsTimestamp().Seconds)),
            Overload.Global("uint64_to_int64", CelType.Uint, CelType.Int, static v => v.AsUint() <= long.MaxValue ? CelValue.From((long)v.AsUint()) : CelError.IntegerOverflow.AsValue())),
        Conversion(
            "uint",
            Overload.Global("uint64_to_uint64", CelType.Uint, CelType.Uint, Same),
            Overload.Global("double_to_uint64", CelType.Double, CelType.Uint, static v => v.AsDouble() is >= 0 and < 18446744073709551616.0 ? CelValue.From((ulong)v.AsDouble()) : CelError.UnsignedOverflow.AsValue()),
            Overload.Global("int64_to_uint64", CelType.Int, CelType.Uint, static v => v.AsInt() >= 0 ? CelValue.From((ulong)v.AsInt()) : CelError.UnsignedOverflow.AsValue()),
            Overload.Global("string_to_uint64", CelType.String, CelType.Uint, static v => ulong.TryParse(v.AsString(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) ? CelValue.From(number) : CelError.Conversion(v, CelType.Uint))),
        Conversion(
            "string",
            Overload.Global("string_to_string", CelType.String, CelType.String, Same),
            Overload.Global("bool_to_string", CelType.Bool, CelType.String, Show),
            Overload.Global("bytes_to_string", CelType.Bytes, CelType.String, FromUtf8, cost: Costs.First).With(static call => Estimates.First(call) with { Size = new CelRange(call[0].Min / 4, call[0].Max) }),
            Overload.Global("double_to_string", CelType.Double, CelType.String, Show),
            Overload.Global("duration_to_string", CelType.Duration, CelType.String, Show),
            Overload.Global("int64_to_string", CelType.Int, CelType.String, Show),
            Overload.Global("timestamp_to_string", CelType.Timestamp, CelType.String, Show),
            Overload.Global("uint64_to_string", CelType.Uint, CelType.String, Show)),
        Conversion(
            "duration",
            static call => Literal(call, static v => v.Kind == CelKind.String ? Times.ParseDuration(v) : v, "invalid duration argument"),
            Overload.Global("duration_to_duration", CelType.Duration, CelType.Duration, Same),
            Overload.Global("string_to_duration", CelType.String, CelType.Duration, Times.ParseDuration)),
        Conversion(
            "timestamp",
            static call => Literal(call, static v => v.Kind == CelKind.Int ? FromSeconds(v) : v.Kind == CelKind.String ? Times.ParseTimestamp(v) : v, "invalid timestamp argument"),
            Overload.Global("timestamp_to_timestamp", CelType.Timestamp, CelType.Timestamp, Same),
            Overload.Global("string_to_timestamp", CelType.String, CelType.Timestamp, Times.ParseTimestamp),
            Overload.Global("int64_to_timestamp", CelType.Int, CelType.Timestamp, FromSeconds)),
        Conversion("dyn", Overload.Global("to_dyn", CelType.Parameter("A"), CelType.Dyn, Same)),
        Conversion("type", Overload.Global("type", CelType.Parameter("A"), CelType.TypeOf(CelType.Parameter("A")), static v => CelValue.From(v.Type))),
    ];

    /// <summary>A whole number as Go reads it: a sign and digits.</summary>
    public static long? ParseInt(string text) =>
        text.Length > 0 && long.TryParse(text[0] == '+' ? text.AsSpan(1) : text, text[0] == '+' ? NumberStyles.None : NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && text[^1] != '\0' ? number : null;

    private static CelValue FromSeconds(CelValue value) => CelTime.Create((Int128)value.AsInt() * CelTime.NanosPerSecond);

    private static CelValue Same(CelValue value) => value;

    private static CelValue Show(CelValue value) => CelValue.From(value.Show());

    private static CelFunction Conversion(string name, params CelOverload[] overloads) => Conversion(name, null!, overloads);

    private static CelFunction Conversion(string name, Func<CallExpression, (int Position, string Message)?> validate, params CelOverload[] overloads) =>
        new(name, overloads) { FoldsConstants = true, Validate = validate };

    private static (int Position, string Message)? Literal(CallExpression call, Func<CelValue, CelValue> parse, string problem) =>
        call.Arguments is [LiteralExpression literal] && parse(literal.Value).IsError ? (literal.Position, problem) : null;

    private static double? ParseDouble(string text)
    {
        switch (text.TrimStart('+', '-').ToUpperInvariant())
        {
            case "NAN" when text.Length == 3:
                return double.NaN;
            case "INF" or "INFINITY" when text.Length - text.TrimStart('+', '-').Length <= 1:
                return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        // Go's literals may have underscores between digits.
        if (text.Contains('_', StringComparison.Ordinal))
        {
            for (int i = 0; i < text.Length; i++)
            {
                if (text[i] == '_' && (i == 0 || i + 1 == text.Length || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i + 1])))
                {
                    return null;
                }
            }

            text = text.Replace("_", "", StringComparison.Ordinal);
        }

        const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return text.Length > 0 && text[^1] != '\0' && double.TryParse(text, Form, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
    }

    private static CelValue FromUtf8(CelValue value)
    {
        try
        {
            return CelValue.From(StrictUtf8.GetString(value.AsBytes()));
        }
        catch (DecoderFallbackException)
        {
            return CelValue.Error("invalid UTF-8 in bytes, cannot convert to string");
        }
    }
}

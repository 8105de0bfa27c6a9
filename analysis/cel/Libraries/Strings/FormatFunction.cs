using System.Globalization;
using System.Text;
using Rampart.Cel.Functions;
using Rampart.Cel.Libraries.Standard;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Strings;

/// <summary><c>'%s has %d'.format([name, count])</c>.</summary>
internal static class FormatFunction
{
    private const int DefaultPrecision = 6, PrecisionLimit = 1000;

    private static readonly Dictionary<char, (CelKind[] Kinds, string Problem)> Clauses = new()
    {
        ['s'] =
        (
            [CelKind.List, CelKind.Map, CelKind.Int, CelKind.Uint, CelKind.Double, CelKind.Bool, CelKind.String, CelKind.Timestamp, CelKind.Bytes, CelKind.Duration, CelKind.Type, CelKind.Null],
            "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps"
        ),
        ['d'] = ([CelKind.Int, CelKind.Uint], "decimal clause can only be used on integers"),
        ['f'] = ([CelKind.Double, CelKind.String], "fixed-point clause can only be used on doubles"),
        ['e'] = ([CelKind.Double, CelKind.String], "scientific clause can only be used on doubles"),
        ['b'] = ([CelKind.Int, CelKind.Uint, CelKind.Bool], "only integers and bools can be formatted as binary"),
        ['o'] = ([CelKind.Int, CelKind.Uint], "octal clause can only be used on integers"),
        ['x'] = ([CelKind.Int, CelKind.Uint, CelKind.String, CelKind.Bytes], "only integers, byte buffers, and strings can be formatted as hex"),
        ['X'] = ([CelKind.Int, CelKind.Uint, CelKind.String, CelKind.Bytes], "only integers, byte buffers, and strings can be formatted as hex"),
    };

    public static readonly CelFunction Function = new(
        "format",
        Overload.Method("string_format", CelType.String, CelType.AnyList, CelType.String, Format, cost: Costs.First))
    {
        Estimate = Estimates.First,
        Validate = Check,
    };

    private static CelValue Format(CelValue format, CelValue list)
    {
        if (!ListItems.TryGet(list, out CelValue[]? items, out CelValue failed))
        {
            return failed;
        }

        StringBuilder text = new();
        try
        {
            Walk(format.AsString(), items.Length, (clause, precision, index) =>
            {
                text.Append(Render(clause, precision, items[index]));
                return null;
            }, text);
        }
        catch (FormatException problem)
        {
            return CelValue.Error(problem.Message);
        }

        string result = text.ToString();
        return Arithmetic.Text(result.Length, () => result);
    }

    private static (int Position, string Message)? Check(CallExpression call)
    {
        if (call is not { Target: LiteralExpression { Value.Kind: CelKind.String } format, Arguments: [ListExpression list] })
        {
            return null;
        }

        int position = call.Position, used = 0;
        try
        {
            Walk(format.Value.AsString(), list.Items.Length, (clause, _, index) =>
            {
                used++;
                if (FindUnfit(clause, list.Items[index]) is { } unfit)
                {
                    position = unfit.Position;
                    throw Unfit(clause, unfit.Type!.Name);
                }

                return null;
            }, null);
        }
        catch (FormatException problem)
        {
            return (position, problem.Message);
        }

        return list.Items.Length > used ? (call.Position, $"too many arguments supplied to string.format (expected {used}, got {list.Items.Length})") : null;
    }

    private static CelExpression? FindUnfit(char clause, CelExpression item)
    {
        if (item.Type!.Kind != CelKind.Dyn && !Clauses[clause].Kinds.Contains(item.Type.Kind))
        {
            return item;
        }

        return clause != 's' ? null : item switch
        {
            ListExpression list => list.Items.Select(inner => FindUnfit(clause, inner)).FirstOrDefault(static unfit => unfit is not null),
            MapExpression map => map.Entries.SelectMany(static entry => new[] { entry.Key, entry.Value }).Select(inner => FindUnfit(clause, inner)).FirstOrDefault(static unfit => unfit is not null),
            _ => null,
        };
    }

    private static FormatException Unfit(char clause, string type) => new($"error during formatting: {Clauses[clause].Problem}, was given {type}");

    private static void Walk(string format, int count, Func<char, int?, int, string?> use, StringBuilder? text)
    {
        int index = 0;
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                text?.Append(format[i]);
                continue;
            }

            if (i + 1 < format.Length && format[i + 1] == '%')
            {
                text?.Append('%');
                i++;
                continue;
            }

            if (i + 1 >= format.Length)
            {
                throw new FormatException(index >= count && text is not null ? $"index {index} out of range" : "unexpected end of string");
            }

            if (index >= count)
            {
                throw new FormatException($"index {index} out of range");
            }

            i++;
            int? precision = ReadPrecision(format, ref i);
            if (!Clauses.ContainsKey(format[i]))
            {
                throw new FormatException($"could not parse formatting clause: unrecognized formatting clause \"{format[i]}\"");
            }

            use(format[i], precision, index++);
        }
    }

    private static int? ReadPrecision(string format, ref int position)
    {
        if (format[position] != '.')
        {
            return null;
        }

        int start = ++position;
        while (position < format.Length && char.IsAsciiDigit(format[position]))
        {
            position++;
        }

        const string Problem = "could not parse formatting clause: error while parsing precision: ";
        if (position >= format.Length)
        {
            throw new FormatException(Problem + "could not find end of precision specifier");
        }

        string digits = format[start..position];
        return digits.Length == 0 ? throw new FormatException(Problem + "error while converting precision to integer: strconv.Atoi: parsing \"\": invalid syntax")
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int precision) && precision <= PrecisionLimit ? precision
            : throw new FormatException(Problem + $"precision {digits} exceeds maximum allowed precision {PrecisionLimit}");
    }

    private static string Render(char clause, int? precision, CelValue value)
    {
        if (!Clauses[clause].Kinds.Contains(value.Kind) || (clause is 'f' or 'e' && value.Kind == CelKind.String && value.AsString() is not ("NaN" or "Infinity" or "-Infinity")))
        {
            throw Unfit(clause, value.Type.Name);
        }

        return clause switch
        {
            's' => Text(value),
            'd' => value.Show(),
            'f' => Fixed(value, precision ?? DefaultPrecision),
            'e' => Scientific(value, precision ?? 0),
            'b' => value.Kind == CelKind.Bool ? value.AsBool() ? "1" : "0" : Radix(value, 2),
            'o' => Radix(value, 8),
            'x' => Hex(value),
            _ => Hex(value).ToUpperInvariant(),
        };
    }

    private static double AsDouble(CelValue value) => value.Kind == CelKind.Double ? value.AsDouble() : value.AsString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        _ => double.NegativeInfinity,
    };

    private static string? NotFinite(double number) => double.IsNaN(number) ? "NaN" : double.IsInfinity(number) ? number > 0 ? "∞" : "-∞" : null;

    private static string Fixed(CelValue value, int precision)
    {
        // Zero has no sign here.
        double number = AsDouble(value) is var given && given == 0 ? 0 : given;
        return NotFinite(number) ?? number.ToString("N" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    // What looks like a precision is a width: so it is in version 2 of the functions for texts.
    private static string Scientific(CelValue value, int width)
    {
        double number = AsDouble(value);
        if (NotFinite(number) is { } text)
        {
            return text.PadLeft(width);
        }

        // As the locale en_US prints it.
        string[] parts = number.ToString("e6", CultureInfo.InvariantCulture).Split('e');
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        string raised = string.Concat(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture).Select(static digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
        return $"{parts[0]}×10{(exponent < 0 ? "⁻" : "")}{raised}".PadLeft(width);
    }

    private static string Radix(CelValue value, int radix)
    {
        (bool isNegative, ulong magnitude) = Magnitude(value);
        StringBuilder digits = new();
        do
        {
            digits.Insert(0, (char)('0' + (int)(magnitude % (ulong)radix)));
            magnitude /= (ulong)radix;
        }
        while (magnitude > 0);
        return (isNegative ? "-" : "") + digits;
    }

    private static (bool IsNegative, ulong Magnitude) Magnitude(CelValue value) =>
        value.Kind == CelKind.Uint ? (false, value.AsUint()) : value.AsInt() < 0 ? (true, unchecked((ulong)-value.AsInt())) : (false, (ulong)value.AsInt());

    private static string Hex(CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.String:
                return Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value.AsString()));
            case CelKind.Bytes:
                return Convert.ToHexStringLower(value.AsBytes());
            default:
                (bool isNegative, ulong magnitude) = Magnitude(value);
                return (isNegative ? "-" : "") + magnitude.ToString("x", CultureInfo.InvariantCulture);
        }
    }

    private static string Text(CelValue value) => value.Kind switch
    {
        CelKind.List => ListText(value.As<CelList>()),
        CelKind.Map => MapText(value.As<CelMap>()),
        _ => value.Show(),
    };

    private static string ListText(CelList list)
    {
        CelWork.Spend(list.Count + 1);
        StringBuilder text = new("[");
        for (int i = 0; i < list.Count; i++)
        {
            string item = Inner(list[i]);
            CelWork.Spend(item.Length);
            text.Append(i == 0 ? "" : ", ").Append(item);
        }

        return text.Append(']').ToString();
    }

    private static string MapText(CelMap map)
    {
        CelWork.Spend(map.Count + 1);
        List<(string Key, string Value)> entries = [];
        for (int i = 0; i < map.Count; i++)
        {
            CelValue key = map.KeyAt(i);
            if (key.Kind == CelKind.Double)
            {
                throw new FormatException($"error during formatting: no formatting function for map key of type {key.Type.Name}");
            }

            entries.Add((Inner(key), Inner(map.ValueAt(i))));
        }

        return "{" + string.Join(", ", entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => entry.Key + ":" + entry.Value)) + "}";
    }

    private static string Inner(CelValue value) => value.Kind switch
    {
        CelKind.String => CelQuote.QuoteForGo(value.AsString()),
        CelKind.Bytes => "b" + CelQuote.QuoteForGo(value.Show()),
        CelKind.Timestamp => $"timestamp({CelQuote.QuoteForGo(value.Show())})",
        CelKind.Duration => $"duration({CelQuote.QuoteForGo(value.Show())})",
        CelKind.Double => double.IsFinite(value.AsDouble()) ? value.AsDouble().ToString("F6", CultureInfo.InvariantCulture) : $"\"{value.Show()}\"",
        CelKind.List or CelKind.Map or CelKind.Int or CelKind.Uint or CelKind.Bool or CelKind.Null or CelKind.Type => Text(value),
        CelKind.Error or CelKind.Unknown => throw new FormatException(value.Show()),
        _ => throw new FormatException($"error during formatting: no formatting function for {value.Type.Name}"),
    };
}

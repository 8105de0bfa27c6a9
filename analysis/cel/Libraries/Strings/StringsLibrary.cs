using System.Text;
using Rampart.Cel.Functions;
using Rampart.Cel.Libraries.Standard;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Strings;

/// <summary>Texts by code points: parts, places, splitting, joining, quoting.</summary>
internal static class StringsLibrary
{
    private static readonly CelType Text = CelType.String, Texts = CelType.List(CelType.String), Int = CelType.Int;

    public static readonly CelLibrary Library = new()
    {
        Name = "cel.lib.ext.strings",
        Functions =
        [
            new("charAt", Overload.Method("string_char_at_int", Text, Int, Text, static (text, index) => CharAt(text, index.AsInt()))),
            new(
                "indexOf",
                Overload.Method("string_index_of_string", Text, Text, Int, static (text, part) => IndexOf(text, part, 0)),
                Overload.Method("string_index_of_string_int", [Text, Text, Int], Int, static values => IndexOf(values[0], values[1], values[2].AsInt())))
            {
                Cost = Costs.Items,
                Estimate = Estimates.Items,
            },
            new(
                "lastIndexOf",
                Overload.Method("string_last_index_of_string", Text, Text, Int, static (text, part) => LastIndexOf(text, part, null)),
                Overload.Method("string_last_index_of_string_int", [Text, Text, Int], Int, static values => LastIndexOf(values[0], values[1], values[2].AsInt())))
            {
                Cost = Costs.Items,
                Estimate = Estimates.Items,
            },
            new(
                "join",
                Overload.Method("list_join", Texts, Text, static list => Join(list, "")),
                Overload.Method("list_join_string", Texts, Text, Text, static (list, separator) => Join(list, separator.AsString())))
            {
                Cost = Costs.ResultTwice,
                Estimate = EstimateJoin,
            },
            new("lowerAscii", Overload.Method("string_lower_ascii", Text, Text, static text => CelValue.From(Map(text, char.IsAsciiLetterUpper, char.ToLowerInvariant)))) { Cost = Costs.First, Estimate = Estimates.FirstOfSameSize },
            new("upperAscii", Overload.Method("string_upper_ascii", Text, Text, static text => CelValue.From(Map(text, char.IsAsciiLetterLower, char.ToUpperInvariant)))) { Cost = Costs.First, Estimate = Estimates.FirstOfSameSize },
            new(
                "replace",
                Overload.Method("string_replace_string_string", [Text, Text, Text], Text, static values => Replace(values[0], values[1], values[2], -1)),
                Overload.Method("string_replace_string_string_int", [Text, Text, Text, Int], Text, static values => Replace(values[0], values[1], values[2], values[3].AsInt())))
            {
                Cost = Costs.FirstTwice,
                Estimate = EstimateReplace,
            },
            new(
                "split",
                Overload.Method("string_split_string", Text, Text, Texts, static (text, separator) => Split(text, separator, -1)),
                Overload.Method("string_split_string_int", [Text, Text, Int], Texts, static values => Split(values[0], values[1], values[2].AsInt())))
            {
                Cost = Costs.FirstTwice,
                Estimate = static call => Estimates.FirstTwice(call) with { Size = new CelRange(0, call.Number(2) ?? call[0].Max) },
            },
            new(
                "substring",
                Overload.Method("string_substring_int", Text, Int, Text, static (text, start) => Substring(text, start.AsInt(), null)),
                Overload.Method("string_substring_int_int", [Text, Int, Int], Text, static values => Substring(values[0], values[1].AsInt(), values[2].AsInt())))
            {
                Cost = Costs.First,
                Estimate = Estimates.FirstOfSameSize,
            },
            new("trim", Overload.Method("string_trim", Text, Text, static text => CelValue.From(text.AsString().Trim(Spaces)))) { Cost = Costs.First, Estimate = Estimates.FirstOfSameSize },
            new("strings.quote", Overload.Global("strings_quote", Text, Text, static text => CelValue.From(CelQuote.Quote(text.AsString())), cost: Costs.First).With(static call => Estimates.First(call) with { Size = new CelRange(call[0].Min + 2, unchecked((call[0].Max * 2) + 2)) })),
            FormatFunction.Function,
        ],
    };

    private static readonly char[] Spaces = [.. "\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000"];

    private static CelEstimate EstimateJoin(CelCallSizes call)
    {
        CelRange count = call[0];
        CelRange size = call.TypeOf(0).Parameters.Count > 0 ? count.Multiply(CelRange.Unknown) : default;
        if (call.Sizes.Length > 1)
        {
            size = size.Add(call[1].Multiply(new CelRange(count.Min > 0 ? count.Min - 1 : 0, count.Max > 0 ? count.Max - 1 : 0)));
        }

        return new CelEstimate(Estimates.Walk(size), size);
    }

    private static CelEstimate EstimateReplace(CelCallSizes call)
    {
        CelRange text = call[0], before = call[1], after = call[2];
        ulong most, kept = text.Max, fewest, keptAtLeast = 0;
        if (before.Min == 0)
        {
            most = text.Max == ulong.MaxValue ? text.Max : text.Max + 1;
        }
        else if (after.Max <= before.Min)
        {
            most = 0;
        }
        else
        {
            (most, kept) = ((ulong)Math.Min(Math.Ceiling((double)text.Max / before.Min), ulong.MaxValue), 0);
        }

        if (before.Max == 0)
        {
            (fewest, keptAtLeast) = (text.Min == ulong.MaxValue ? text.Min : text.Min + 1, text.Min);
        }
        else if (before.Max <= after.Min)
        {
            (fewest, keptAtLeast) = (0, text.Min);
        }
        else
        {
            fewest = (ulong)Math.Ceiling((double)text.Min / before.Max);
        }

        return Estimates.FirstTwice(call) with { Size = new CelRange(fewest, most).Multiply(after).Add(new CelRange(keptAtLeast, kept)) };
    }

    private static CelValue OutOfRange(long index) => CelValue.Error($"index out of range: {index}");

    private static int[] Codes(string text)
    {
        int[] codes = new int[CelValue.CodePoints(text)];
        int next = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            codes[next++] = rune.Value;
        }

        return codes;
    }

    // The offset in UTF-16 units of a code point, or below zero.
    private static int Offset(string text, long index)
    {
        int offset = 0;
        for (long i = 0; i < index; i++)
        {
            if (offset >= text.Length)
            {
                return -1;
            }

            offset += char.IsHighSurrogate(text[offset]) && offset + 1 < text.Length ? 2 : 1;
        }

        return index < 0 ? -1 : offset;
    }

    private static CelValue CharAt(CelValue value, long index)
    {
        string text = value.AsString();
        int offset = Offset(text, index);
        return offset < 0 ? OutOfRange(index)
            : offset >= text.Length ? CelValue.From("")
            : CelValue.From(text.Substring(offset, char.IsHighSurrogate(text[offset]) && offset + 1 < text.Length ? 2 : 1));
    }

    private static CelValue IndexOf(CelValue value, CelValue wanted, long from)
    {
        if (from < 0)
        {
            return OutOfRange(from);
        }

        string text = value.AsString(), part = wanted.AsString();
        int count = CelValue.CodePoints(text);
        if (part.Length == 0)
        {
            return CelValue.From(Math.Min(from, count));
        }

        if (from >= count)
        {
            return CelValue.From(-1L);
        }

        int found = text.IndexOf(part, Offset(text, from), StringComparison.Ordinal);
        return CelValue.From(found < 0 ? -1L : CelValue.CodePoints(text[..found]));
    }

    private static CelValue LastIndexOf(CelValue value, CelValue wanted, long? from)
    {
        if (from < 0)
        {
            return OutOfRange(from.Value);
        }

        int[] text = Codes(value.AsString()), part = Codes(wanted.AsString());
        if (part.Length == 0)
        {
            return CelValue.From(Math.Min(from ?? text.Length, text.Length));
        }

        if (from >= text.Length)
        {
            return CelValue.From(-1L);
        }

        for (long i = Math.Min(from ?? text.Length, text.Length - part.Length); i >= 0; i--)
        {
            if (text.AsSpan((int)i, part.Length).SequenceEqual(part))
            {
                return CelValue.From(i);
            }
        }

        return CelValue.From(-1L);
    }

    private static CelValue Join(CelValue list, string separator)
    {
        if (!ListItems.TryGet(list, out CelValue[]? items, out CelValue failed))
        {
            return failed;
        }

        long length = 0;
        foreach (CelValue item in items)
        {
            if (item.Kind != CelKind.String)
            {
                return CelValue.Error($"join: invalid input: {item.Show()}");
            }

            length += item.AsString().Length + separator.Length;
        }

        return Arithmetic.Text(length, () => string.Join(separator, items.Select(static item => item.AsString())));
    }

    private static string Map(CelValue text, Func<char, bool> applies, Func<char, char> change) =>
        string.Create(text.AsString().Length, (Text: text.AsString(), applies, change), static (target, state) =>
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = state.applies(state.Text[i]) ? state.change(state.Text[i]) : state.Text[i];
            }
        });

    private static CelValue Replace(CelValue value, CelValue before, CelValue after, long limit)
    {
        string text = value.AsString(), wanted = before.AsString(), other = after.AsString();
        if (limit == 0 || wanted == other)
        {
            return value;
        }

        List<int> places = [];
        int position = 0;
        while (limit < 0 || places.Count < limit)
        {
            if (wanted.Length == 0)
            {
                if (position > text.Length)
                {
                    break;
                }

                places.Add(position);
                position += position < text.Length && char.IsHighSurrogate(text[position]) && position + 1 < text.Length ? 2 : 1;
                continue;
            }

            int found = text.IndexOf(wanted, position, StringComparison.Ordinal);
            if (found < 0)
            {
                break;
            }

            places.Add(found);
            position = found + wanted.Length;
        }

        return Arithmetic.Text(text.Length + ((long)places.Count * (other.Length - wanted.Length)), () =>
        {
            StringBuilder result = new();
            int start = 0;
            foreach (int place in places)
            {
                result.Append(text, start, place - start).Append(other);
                start = place + wanted.Length;
            }

            return result.Append(text, start, text.Length - start).ToString();
        });
    }

    private static CelValue Split(CelValue value, CelValue by, long limit)
    {
        string text = value.AsString(), separator = by.AsString();
        List<CelValue> parts = [];
        if (limit == 0)
        {
            return CelValue.From(CelList.Empty);
        }

        int start = 0;
        while (limit < 0 || parts.Count < limit - 1)
        {
            int end, next;
            if (separator.Length == 0)
            {
                end = next = start < text.Length ? start + (char.IsHighSurrogate(text[start]) && start + 1 < text.Length ? 2 : 1) : -1;
                if (end < 0 || end >= text.Length)
                {
                    break;
                }
            }
            else
            {
                end = text.IndexOf(separator, start, StringComparison.Ordinal);
                next = end + separator.Length;
                if (end < 0)
                {
                    break;
                }
            }

            parts.Add(CelValue.From(text[start..end]));
            start = next;
        }

        if (separator.Length > 0 || text.Length > 0)
        {
            parts.Add(CelValue.From(text[start..]));
        }

        return CelValue.From(CelList.Create([.. parts]));
    }

    private static CelValue Substring(CelValue value, long start, long? end)
    {
        string text = value.AsString();
        if (start > end)
        {
            return CelValue.Error($"invalid substring range. start: {start}, end: {end}");
        }

        int from = Offset(text, start);
        if (from < 0)
        {
            return OutOfRange(start);
        }

        int to = end is { } last ? Offset(text, last) : text.Length;
        return to < 0 ? OutOfRange(end!.Value) : CelValue.From(text[from..to]);
    }
}

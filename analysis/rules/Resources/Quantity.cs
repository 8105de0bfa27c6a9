using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources;

/// <summary>
/// An amount as Kubernetes writes it: <c>500m</c>, <c>1.5</c>, <c>512Mi</c>, <c>12e6</c>. Exact to one nano (10^-9), without
/// an upper bound, never a floating-point number.
/// </summary>
/// <remarks>
/// Follows <c>resource.Quantity</c> of k8s.io/apimachinery: what is finer than one nano is rounded away from zero; a quantity
/// written with a binary suffix is capped at 2^63-1; equality and order look at the value, not at the format. It differs where
/// upstream surprises: a text without digits (<c>m</c>) is an error and not zero, an exponent is never cut to 32 bits, the
/// canonical text is the same for every way to write a value, and more than 1000 E still prints its suffix.
/// </remarks>
public readonly struct Quantity : IEquatable<Quantity>, IComparable<Quantity>
{
    /// <summary>The longest text that <see cref="TryParse(string?, out Quantity)"/> accepts, in characters.</summary>
    public const int MaxLength = 1024;

    /// <summary>The smallest exponent that <see cref="TryParse(string?, out Quantity)"/> accepts.</summary>
    public const int MinExponent = -1000;

    /// <summary>The largest exponent that <see cref="TryParse(string?, out Quantity)"/> accepts.</summary>
    /// <remarks>That of a 64-bit floating-point number, with which Kubernetes and its clients estimate and compare.</remarks>
    public const int MaxExponent = 308;

    /// <summary>What to give instead of a text that is no quantity; for the end of an error text.</summary>
    public const string Expected = "give a number with an optional suffix, e.g. 500m, 1.5 or 512Mi";

    private const int NanoPerUnit = 1_000_000_000;
    private const int NanoDigits = 9;

    // Bits of a positive long.
    private const int LongBits = 63;

    // As many decimal digits as always fit into a long.
    private const int LongDigits = 18;

    // The value is _units + _nanos / 10^9 with 0 <= _nanos < 10^9; when _units cannot hold it, _big is the count of nanos.
    // Every value has exactly one such form, so equality compares fields.
    private readonly object? _big;
    private readonly long _units;
    private readonly int _nanos;

    private Quantity(long units, int nanos, QuantityFormat format)
    {
        _units = units;
        _nanos = nanos;
        Format = format;
    }

    private Quantity(BigInteger big, QuantityFormat format)
    {
        _big = big;
        Format = format;
    }

    private enum Fault
    {
        None,
        Empty,
        TooLong,
        NoDigits,
        Suffix,
        Exponent,
        ExponentRange,
    }

    private static ReadOnlySpan<ulong> PowersOfTen =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    /// <summary>Nothing.</summary>
    public static Quantity Zero => default;

    /// <summary>How the quantity is printed.</summary>
    public QuantityFormat Format { get; }

    /// <summary>Whether the value is zero.</summary>
    public bool IsZero => _big is null && _units == 0 && _nanos == 0;

    /// <summary>-1, 0 or 1 as the value is negative, zero or positive.</summary>
    public int Sign => _big is BigInteger big ? big.Sign : _units < 0 ? -1 : (_units | (long)_nanos) == 0 ? 0 : 1;

    /// <summary>The value in units of 10^-9.</summary>
    public BigInteger Nanos => _big is BigInteger big ? big : (BigInteger)_units * NanoPerUnit + _nanos;

    /// <summary>How many per cent of another quantity this one is, rounded down; at most 100. Both are positive.</summary>
    internal int PercentOf(Quantity whole) =>
        _big is null && whole._big is null
            ? (int)Int128.Min(100, 100 * SmallNanos / whole.SmallNanos)
            : (int)BigInteger.Min(100, 100 * Nanos / whole.Nanos);

    private Int128 SmallNanos => ((Int128)_units * NanoPerUnit) + _nanos;

    /// <summary>A whole number.</summary>
    /// <param name="value">The number, in units.</param>
    /// <param name="format">How it is printed; the default is <see cref="QuantityFormat.DecimalSI"/>.</param>
    public static Quantity From(long value, QuantityFormat format = QuantityFormat.DecimalSI) => new(value, 0, format);

    /// <summary>A number of units of 10^-9.</summary>
    /// <param name="nanos">The number.</param>
    /// <param name="format">How it is printed; the default is <see cref="QuantityFormat.DecimalSI"/>.</param>
    public static Quantity FromNanos(BigInteger nanos, QuantityFormat format = QuantityFormat.DecimalSI)
    {
        (BigInteger units, BigInteger rest) = BigInteger.DivRem(nanos, NanoPerUnit);
        if (rest.Sign < 0)
        {
            rest += NanoPerUnit;
            units--;
        }

        return units >= long.MinValue && units <= long.MaxValue
            ? new Quantity((long)units, (int)rest, format)
            : new Quantity(nanos, format);
    }

    /// <summary>Reads a quantity.</summary>
    /// <exception cref="FormatException">The text is not a quantity; the message says why.</exception>
    public static Quantity Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out Quantity quantity, out string? error) ? quantity : throw new FormatException(error);
    }

    /// <summary>Reads a quantity.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Quantity quantity) =>
        Scan(text, out quantity, out _) == Fault.None;

    /// <summary>Reads a quantity, and says what is wrong with a text that is not one.</summary>
    /// <param name="text">A sign, digits with at most one point, and a suffix or an exponent; no spaces.</param>
    /// <param name="quantity">The quantity; zero when there is none.</param>
    /// <param name="error">What is wrong, with the text in quotes; null when nothing is.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, out Quantity quantity, [NotNullWhen(false)] out string? error)
    {
        Fault fault = Scan(text, out quantity, out int position);
        error = fault == Fault.None ? null : Describe(fault, text ?? "", position);
        return error is null;
    }

    /// <summary>The sum; a zero takes the format of the other.</summary>
    public static Quantity operator +(Quantity left, Quantity right)
    {
        QuantityFormat format = left.IsZero ? right.Format : left.Format;
        if (left._big is null && right._big is null)
        {
            int nanos = left._nanos + right._nanos;
            int carry = nanos >= NanoPerUnit ? 1 : 0;
            long units = unchecked(left._units + right._units);
            bool overflows = ((left._units ^ units) & (right._units ^ units)) < 0;
            if (!overflows && units < long.MaxValue)
            {
                return new Quantity(units + carry, nanos - (carry * NanoPerUnit), format);
            }
        }

        return FromNanos(left.Nanos + right.Nanos, format);
    }

    /// <summary>The difference; a zero takes the format of the other.</summary>
    public static Quantity operator -(Quantity left, Quantity right) => left + -right;

    /// <summary>The value with the other sign.</summary>
    public static Quantity operator -(Quantity value)
    {
        if (value._big is not null || value._units == long.MinValue)
        {
            return FromNanos(-value.Nanos, value.Format);
        }

        return value._nanos == 0
            ? new Quantity(-value._units, 0, value.Format)
            : new Quantity(-value._units - 1, NanoPerUnit - value._nanos, value.Format);
    }

    /// <summary>The product with a whole number.</summary>
    public static Quantity operator *(Quantity value, long factor)
    {
        // Outside these bounds, which is rare, the slow way is exact, too.
        if (value._big is null && factor is > int.MinValue and < int.MaxValue)
        {
            (long carry, long nanos) = Math.DivRem(value._nanos * factor, NanoPerUnit);
            if (nanos < 0)
            {
                (carry, nanos) = (carry - 1, nanos + NanoPerUnit);
            }

            long high = Math.BigMul(value._units, factor, out long units);
            if (high == units >> 63 && units is > long.MinValue / 2 and < long.MaxValue / 2)
            {
                return new Quantity(units + carry, (int)nanos, value.Format);
            }
        }

        return FromNanos(value.Nanos * factor, value.Format);
    }

    /// <summary>Whether the values are the same; the format does not matter.</summary>
    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    /// <summary>Whether the values differ.</summary>
    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    /// <summary>Whether the first value is smaller.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first value is larger.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first value is not larger.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first value is not smaller.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    /// <summary>The larger value; the first when they are the same.</summary>
    public static Quantity Max(Quantity left, Quantity right) => right > left ? right : left;

    /// <summary>The smaller value; the first when they are the same.</summary>
    public static Quantity Min(Quantity left, Quantity right) => right < left ? right : left;

    /// <summary>The same value, printed in another format.</summary>
    public Quantity WithFormat(QuantityFormat format) =>
        _big is BigInteger big ? new Quantity(big, format) : new Quantity(_units, _nanos, format);

    /// <inheritdoc/>
    public int CompareTo(Quantity other)
    {
        if (_big is null && other._big is null)
        {
            int order = _units.CompareTo(other._units);
            return order != 0 ? order : _nanos.CompareTo(other._nanos);
        }

        return Nanos.CompareTo(other.Nanos);
    }

    /// <inheritdoc/>
    public bool Equals(Quantity other) =>
        _units == other._units && _nanos == other._nanos && Equals(_big, other._big);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_big, _units, _nanos);

    /// <summary>
    /// The canonical text: no fraction, no precision lost, the largest suffix that allows it; <c>1.5</c> gives <c>1500m</c>,
    /// <c>1.5Gi</c> gives <c>1536Mi</c>. A binary quantity that is not a whole number, or is below 1024, prints as decimal.
    /// </summary>
    public override string ToString()
    {
        if (IsZero)
        {
            return "0";
        }

        QuantityFormat format = Format;
        if (format == QuantityFormat.BinarySI)
        {
            if (_nanos == 0 && _big is null && _units is <= -1024 or >= 1024)
            {
                return Binary(_units);
            }

            if (_big is BigInteger big && (big % NanoPerUnit).IsZero)
            {
                return Binary(big / NanoPerUnit);
            }

            format = QuantityFormat.DecimalSI;
        }

        if (_big is null && _nanos == 0)
        {
            long number = _units;
            int exponent = 0;
            while (number % 1000 == 0)
            {
                number /= 1000;
                exponent += 3;
            }

            return number.ToString(CultureInfo.InvariantCulture) + DecimalSuffix(exponent, format);
        }

        return Decimal(Nanos, format);
    }

    private static string Binary(long number)
    {
        int thousands = 0;
        while (number % 1024 == 0)
        {
            number /= 1024;
            thousands++;
        }

        return number.ToString(CultureInfo.InvariantCulture) + BinarySuffix(thousands);
    }

    private static string Binary(BigInteger number)
    {
        int thousands = 0;
        while (thousands < 6 && (number % 1024).IsZero)
        {
            number /= 1024;
            thousands++;
        }

        return number.ToString(CultureInfo.InvariantCulture) + BinarySuffix(thousands);
    }

    private static string Decimal(BigInteger number, QuantityFormat format)
    {
        // Beyond E there is no letter, so a larger number keeps its zeros.
        int last = format == QuantityFormat.DecimalSI ? 18 : int.MaxValue;
        int exponent = -NanoDigits;
        while (exponent < last && (number % 1000).IsZero)
        {
            number /= 1000;
            exponent += 3;
        }

        return number.ToString(CultureInfo.InvariantCulture) + DecimalSuffix(exponent, format);
    }

    private static string BinarySuffix(int thousands) => thousands switch
    {
        0 => "",
        1 => "Ki",
        2 => "Mi",
        3 => "Gi",
        4 => "Ti",
        5 => "Pi",
        _ => "Ei",
    };

    private static string DecimalSuffix(int exponent, QuantityFormat format) => (format, exponent) switch
    {
        (_, 0) => "",
        (QuantityFormat.DecimalExponent, _) => "e" + exponent.ToString(CultureInfo.InvariantCulture),
        (_, -9) => "n",
        (_, -6) => "u",
        (_, -3) => "m",
        (_, 3) => "k",
        (_, 6) => "M",
        (_, 9) => "G",
        (_, 12) => "T",
        (_, 15) => "P",
        _ => "E",
    };

    private static Fault Scan(string? text, out Quantity quantity, out int position)
    {
        quantity = default;
        position = 0;
        if (string.IsNullOrEmpty(text))
        {
            return Fault.Empty;
        }

        if (text.Length > MaxLength)
        {
            return Fault.TooLong;
        }

        int next = text[0] is '+' or '-' ? 1 : 0;
        int start = next;
        while (next < text.Length && char.IsAsciiDigit(text[next]))
        {
            next++;
        }

        ReadOnlySpan<char> whole = text.AsSpan(start, next - start);
        ReadOnlySpan<char> fraction = default;
        if (next < text.Length && text[next] == '.')
        {
            start = ++next;
            while (next < text.Length && char.IsAsciiDigit(text[next]))
            {
                next++;
            }

            fraction = text.AsSpan(start, next - start);
        }

        position = next;
        if (whole.IsEmpty && fraction.IsEmpty)
        {
            return Fault.NoDigits;
        }

        Fault fault = ScanSuffix(text.AsSpan(next), out int exponent, out QuantityFormat format);
        if (fault == Fault.None)
        {
            quantity = Create(text[0] == '-', whole.TrimStart('0'), fraction.TrimEnd('0'), exponent, format);
        }

        return fault;
    }

    // The exponent is a power of two for a binary suffix and a power of ten for every other.
    private static Fault ScanSuffix(ReadOnlySpan<char> suffix, out int exponent, out QuantityFormat format)
    {
        format = QuantityFormat.DecimalSI;
        exponent = 0;
        switch (suffix)
        {
            case "":
                return Fault.None;
            case "n":
                exponent = -9;
                return Fault.None;
            case "u":
                exponent = -6;
                return Fault.None;
            case "m":
                exponent = -3;
                return Fault.None;
            case "k":
                exponent = 3;
                return Fault.None;
            case "M":
                exponent = 6;
                return Fault.None;
            case "G":
                exponent = 9;
                return Fault.None;
            case "T":
                exponent = 12;
                return Fault.None;
            case "P":
                exponent = 15;
                return Fault.None;
            case "E":
                exponent = 18;
                return Fault.None;
        }

        if (suffix.Length == 2 && suffix[1] == 'i')
        {
            int power = "KMGTPE".IndexOf(suffix[0], StringComparison.Ordinal);
            format = QuantityFormat.BinarySI;
            exponent = 10 * (power + 1);
            return power < 0 ? Fault.Suffix : Fault.None;
        }

        if (suffix[0] is not ('e' or 'E'))
        {
            return Fault.Suffix;
        }

        format = QuantityFormat.DecimalExponent;
        bool negative = suffix.Length > 1 && suffix[1] == '-';
        ReadOnlySpan<char> digits = suffix[(suffix.Length > 1 && suffix[1] is '+' or '-' ? 2 : 1)..];
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return Fault.Exponent;
        }

        digits = digits.TrimStart('0');
        if (digits.Length > 4)
        {
            return Fault.ExponentRange;
        }

        foreach (char digit in digits)
        {
            exponent = exponent * 10 + (digit - '0');
        }

        exponent = negative ? -exponent : exponent;
        return exponent is < MinExponent or > MaxExponent ? Fault.ExponentRange : Fault.None;
    }

    private static Quantity Create(
        bool negative, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, int exponent, QuantityFormat format)
    {
        Quantity magnitude = whole.Length + fraction.Length <= LongDigits
            && TryCreate(Digits(whole, fraction), fraction.Length, exponent, format, out Quantity small)
                ? small
                : CreateLarge(whole, fraction, exponent, format);

        if (format == QuantityFormat.BinarySI)
        {
            if (magnitude._big is not null || (magnitude._units == long.MaxValue && magnitude._nanos > 0))
            {
                magnitude = new Quantity(long.MaxValue, 0, format);
            }
            else if (magnitude._units == 0 && magnitude._nanos > 0)
            {
                magnitude = magnitude.WithFormat(QuantityFormat.DecimalSI);
            }
        }

        return negative ? -magnitude : magnitude;
    }

    private static long Digits(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        long number = 0;
        foreach (char digit in whole)
        {
            number = number * 10 + (digit - '0');
        }

        foreach (char digit in fraction)
        {
            number = number * 10 + (digit - '0');
        }

        return number;
    }

    private static bool TryCreate(long digits, int decimals, int exponent, QuantityFormat format, out Quantity quantity)
    {
        quantity = default;
        if (format == QuantityFormat.BinarySI)
        {
            if (decimals > NanoDigits || 64 - BitOperations.LeadingZeroCount((ulong)digits) + exponent > LongBits)
            {
                return false;
            }

            (ulong units, ulong rest) = Math.DivRem((ulong)digits << exponent, PowersOfTen[decimals]);
            quantity = new Quantity((long)units, (int)(rest * PowersOfTen[NanoDigits - decimals]), format);
            return true;
        }

        int scale = exponent - decimals;
        if (scale >= 0)
        {
            if (digits != 0 && (scale > LongDigits || Math.BigMul((ulong)digits, PowersOfTen[scale], out ulong product) != 0
                || product > long.MaxValue))
            {
                return false;
            }

            quantity = new Quantity(digits == 0 ? 0 : digits * (long)PowersOfTen[scale], 0, format);
            return true;
        }

        if (scale >= -NanoDigits)
        {
            (ulong units, ulong rest) = Math.DivRem((ulong)digits, PowersOfTen[-scale]);
            quantity = new Quantity((long)units, (int)(rest * PowersOfTen[NanoDigits + scale]), format);
            return true;
        }

        // Finer than one nano: round up.
        int finer = -scale - NanoDigits;
        ulong nanos = finer > LongDigits ? (digits == 0 ? 0UL : 1UL) : ((ulong)digits + PowersOfTen[finer] - 1) / PowersOfTen[finer];
        quantity = new Quantity((long)(nanos / NanoPerUnit), (int)(nanos % NanoPerUnit), format);
        return true;
    }

    private static Quantity CreateLarge(
        ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, int exponent, QuantityFormat format)
    {
        BigInteger number = BigInteger.Parse(string.Concat("0", whole, fraction), NumberStyles.None, CultureInfo.InvariantCulture);
        int scale = NanoDigits - fraction.Length;
        if (format == QuantityFormat.BinarySI)
        {
            number <<= exponent;
        }
        else
        {
            scale += exponent;
        }

        if (scale >= 0)
        {
            number *= BigInteger.Pow(10, scale);
        }
        else
        {
            (number, BigInteger rest) = BigInteger.DivRem(number, BigInteger.Pow(10, -scale));
            number += rest.IsZero ? 0 : 1;
        }

        return FromNanos(number, format);
    }

    private static string Describe(Fault fault, string text, int position)
    {
        string rest = text[position..];
        string quoted = QuotedText.Of(rest);
        string reason = fault switch
        {
            Fault.Empty => "it is empty",
            Fault.TooLong => string.Create(
                CultureInfo.InvariantCulture, $"it has {text.Length} characters, and {MaxLength} are allowed"),
            _ when text.AsSpan().ContainsAny(" \t\r\n") => "it contains white space",
            Fault.NoDigits => "it has no digits",
            Fault.Exponent => $"{quoted} is not an exponent such as e3 or E-6",
            Fault.ExponentRange => string.Create(
                CultureInfo.InvariantCulture, $"the exponent of {quoted} is not between {MinExponent} and {MaxExponent}"),
            _ when rest[0] == '.' => "it has two decimal points",
            _ => $"{quoted} is not a suffix{Suggest(rest)}",
        };
        return $"{QuotedText.Of(text)} is not a quantity: {reason}";
    }

    private static string Suggest(string suffix)
    {
        string letters = suffix.Length > 1 && suffix[^1] is 'b' or 'B' ? suffix[..^1] : suffix;
        foreach (string known in (ReadOnlySpan<string>)["Ki", "Mi", "Gi", "Ti", "Pi", "k", "M", "G", "T", "P", "n", "u"])
        {
            if (string.Equals(letters, known, StringComparison.OrdinalIgnoreCase))
            {
                return $"; did you mean '{known}'?";
            }
        }

        return "; the suffixes are n u m k M G T P E and Ki Mi Gi Ti Pi Ei";
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using Rampart.Cel.Types;

namespace Rampart.Cel.Values;

/// <summary>
/// A value of the language: a plain value, an error, or an unknown with the paths that it waits for. Immutable, sixteen
/// bytes; <c>default</c> is null.
/// </summary>
public readonly struct CelValue
{
    private readonly object? _reference;
    private readonly long _bits;

    private CelValue(object? reference, long bits = 0)
    {
        _reference = reference;
        _bits = bits;
    }

    /// <summary>The null value.</summary>
    public static CelValue Null => default;

    internal static CelValue True => new(CelTag.Bool, 1);

    internal static CelValue False => new(CelTag.Bool, 0);

    /// <summary>What this value is.</summary>
    public CelKind Kind => _reference switch
    {
        null => CelKind.Null,
        string => CelKind.String,
        object node => Unsafe.As<CelNode>(node).Kind,
    };

    /// <summary>The type, as <c>type(…)</c> gives it.</summary>
    public CelType Type => _reference switch
    {
        null => CelType.Null,
        string => CelType.String,
        object node => Unsafe.As<CelNode>(node).Type,
    };

    /// <summary>The node, or null for null and strings.</summary>
    public CelNode? Node => _reference as CelNode;

    /// <summary>Whether the evaluation failed here.</summary>
    public bool IsError => _reference is CelError;

    /// <summary>Whether nobody can know the value yet.</summary>
    public bool IsUnknown => _reference is CelUnknown;

    internal bool IsErrorOrUnknown => _reference is CelError or CelUnknown;

    internal bool IsTrue => ReferenceEquals(_reference, CelTag.Bool) && _bits != 0;

    internal bool IsFalse => ReferenceEquals(_reference, CelTag.Bool) && _bits == 0;

    /// <summary>The size that costs go by: items, entries, code points or bytes; one for anything else.</summary>
    public long Size => _reference switch
    {
        null => 1,
        string text => CodePoints(text),
        object node => Unsafe.As<CelNode>(node).Size,
    };

    /// <summary>A boolean.</summary>
    public static CelValue From(bool value) => new(CelTag.Bool, value ? 1 : 0);

    /// <summary>A signed integer.</summary>
    public static CelValue From(long value) => new(CelTag.Int, value);

    /// <summary>An unsigned integer.</summary>
    public static CelValue From(ulong value) => new(CelTag.Uint, unchecked((long)value));

    /// <summary>A double.</summary>
    public static CelValue From(double value) => new(CelTag.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A text; null gives the null value.</summary>
    public static CelValue From(string? value) => new(value);

    /// <summary>A list, map, value of a library, error or unknown; null gives the null value.</summary>
    public static CelValue From(CelNode? node) => new(node);

    /// <summary>Bytes, which nobody may change any more.</summary>
    public static CelValue From(byte[] value) => new(new CelBytes(value));

    /// <summary>A type.</summary>
    public static CelValue From(CelType type) => new(new CelTypeValue(type));

    /// <summary>A length of time.</summary>
    /// <param name="nanos">In nanoseconds.</param>
    public static CelValue Duration(long nanos) => new(CelTag.Duration, nanos);

    /// <summary>A point in time.</summary>
    /// <param name="seconds">Seconds since 1970-01-01T00:00:00Z, within the years 1 to 9999.</param>
    /// <param name="nanos">Nanoseconds, from 0 to 999,999,999.</param>
    public static CelValue Timestamp(long seconds, int nanos) => new(new CelTime(seconds, nanos));

    /// <summary>An optional with a value.</summary>
    public static CelValue Optional(CelValue value) => new(new CelOptional(value, true));

    /// <summary>The optional without a value.</summary>
    public static CelValue None { get; } = new(CelOptional.None);

    /// <summary>A failure.</summary>
    public static CelValue Error(string message) => new(new CelError(message));

    /// <summary>The boolean.</summary>
    /// <exception cref="InvalidOperationException">This is not a boolean.</exception>
    public bool AsBool() => ReferenceEquals(_reference, CelTag.Bool) ? _bits != 0 : throw Mismatch(CelKind.Bool);

    /// <summary>The signed integer.</summary>
    /// <exception cref="InvalidOperationException">This is not a signed integer.</exception>
    public long AsInt() => ReferenceEquals(_reference, CelTag.Int) ? _bits : throw Mismatch(CelKind.Int);

    /// <summary>The unsigned integer.</summary>
    /// <exception cref="InvalidOperationException">This is not an unsigned integer.</exception>
    public ulong AsUint() => ReferenceEquals(_reference, CelTag.Uint) ? unchecked((ulong)_bits) : throw Mismatch(CelKind.Uint);

    /// <summary>The double.</summary>
    /// <exception cref="InvalidOperationException">This is not a double.</exception>
    public double AsDouble() => ReferenceEquals(_reference, CelTag.Double) ? BitConverter.Int64BitsToDouble(_bits) : throw Mismatch(CelKind.Double);

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">This is not a text.</exception>
    public string AsString() => _reference as string ?? throw Mismatch(CelKind.String);

    /// <summary>The bytes.</summary>
    /// <exception cref="InvalidOperationException">These are not bytes.</exception>
    public ReadOnlySpan<byte> AsBytes() => _reference is CelBytes bytes ? bytes.Bytes : throw Mismatch(CelKind.Bytes);

    /// <summary>The length of time in nanoseconds.</summary>
    /// <exception cref="InvalidOperationException">This is not a duration.</exception>
    public long AsDuration() => ReferenceEquals(_reference, CelTag.Duration) ? _bits : throw Mismatch(CelKind.Duration);

    /// <summary>The point in time: seconds since 1970-01-01T00:00:00Z, and nanoseconds.</summary>
    /// <exception cref="InvalidOperationException">This is not a timestamp.</exception>
    public (long Seconds, int Nanos) AsTimestamp() => _reference is CelTime time ? (time.Seconds, time.Nanos) : throw Mismatch(CelKind.Timestamp);

    /// <summary>The type.</summary>
    /// <exception cref="InvalidOperationException">This is not a type.</exception>
    public CelType AsType() => _reference is CelTypeValue type ? type.Value : throw Mismatch(CelKind.Type);

    /// <summary>The value inside an optional, if it has one.</summary>
    /// <exception cref="InvalidOperationException">This is not an optional.</exception>
    public CelValue? AsOptional() => _reference is CelOptional optional ? optional.HasValue ? optional.Value : null : throw Mismatch(CelKind.Optional);

    /// <summary>A short text for debugging.</summary>
    public override string ToString() => Show();

    internal T As<T>()
        where T : CelNode => (T)_reference!;

    internal bool Is<T>([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? node)
        where T : CelNode
    {
        node = _reference as T;
        return node is not null;
    }

    /// <summary>The value as messages show it.</summary>
    internal string Show() => Kind switch
    {
        CelKind.Null => "null",
        CelKind.Bool => AsBool() ? "true" : "false",
        CelKind.Int => AsInt().ToString(System.Globalization.CultureInfo.InvariantCulture),
        CelKind.Uint => AsUint().ToString(System.Globalization.CultureInfo.InvariantCulture),
        CelKind.Double => CelText.OfDouble(AsDouble()),
        CelKind.String => AsString(),
        CelKind.Type => AsType().Name,
        CelKind.Error => As<CelError>().Message,
        CelKind.Unknown => "unknown: " + string.Join(", ", As<CelUnknown>().Paths),
        CelKind.Duration => CelText.OfDuration(AsDuration()),
        CelKind.Timestamp => CelText.OfTimestamp(As<CelTime>()),
        CelKind.Bytes => Encoding.UTF8.GetString(AsBytes()),
        _ => Type.ToString(),
    };

    /// <summary>The number of code points in a text.</summary>
    internal static int CodePoints(string text)
    {
        int count = text.Length;
        foreach (char unit in text)
        {
            if (char.IsLowSurrogate(unit))
            {
                count--;
            }
        }

        return count;
    }

    private InvalidOperationException Mismatch(CelKind wanted) => new($"the value is {Kind}, not {wanted}");
}

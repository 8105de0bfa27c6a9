using Rampart.Cel.Types;

namespace Rampart.Cel.Values;

/// <summary>Why an evaluation failed. It travels as a value, because <c>&amp;&amp;</c> and <c>||</c> may absorb it.</summary>
public sealed class CelError : CelNode
{
    /// <summary>No function takes these arguments.</summary>
    internal static readonly CelError NoSuchOverload = new("no such overload");

    internal static readonly CelError IntegerOverflow = new("integer overflow");

    internal static readonly CelError UnsignedOverflow = new("unsigned integer overflow");

    internal static readonly CelError TimestampOverflow = new("timestamp overflow");

    /// <summary>A failure.</summary>
    /// <param name="message">What went wrong, in the words of cel-go.</param>
    public CelError(string message) => Message = message;

    /// <summary>What went wrong.</summary>
    public string Message { get; }

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Error;

    /// <inheritdoc/>
    public override CelType Type => CelType.Error;

    internal static CelValue NoSuchKey(CelValue key) => new CelError($"no such key: {key.Show()}").AsValue();

    internal static CelValue NoSuchIndex(CelValue index) => new CelError($"index out of bounds: {index.Show()}").AsValue();

    internal static CelValue Conversion(CelValue value, CelType to) => new CelError($"type conversion error from '{value.Type.Name}' to '{to.Name}'").AsValue();

    internal CelValue AsValue() => CelValue.From(this);
}

using Pulumi.Serialization;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>What an argument takes: a value, or an output that will give one.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public class Input<T> : IInput
{
    private readonly T _value;

    // Null when _value is the answer.
    private readonly Output<T>? _output;

    private protected Input(T value) => _value = value;

    private protected Input(Output<T> output)
    {
        _value = default!;
        _output = output;
    }

    /// <summary>An input of a value.</summary>
    public static implicit operator Input<T>(T value) => new(value);

    /// <summary>An input of an output.</summary>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>The output of an input.</summary>
    public static implicit operator Output<T>(Input<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.AsOutput();
    }

    IOutput IInput.ToUntypedOutput() => AsOutput();

    PropertyValue IInput.Serialize(PropertyWriter writer) => Serialize(writer);

    internal virtual Output<T> AsOutput() => _output ?? Output.Create(_value);

    internal virtual PropertyValue Serialize(PropertyWriter writer) =>
        _output is null ? writer.Value(_value) : writer.OutputValue(_output);
}

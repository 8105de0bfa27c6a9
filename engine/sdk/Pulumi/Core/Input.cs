using Pulumi.Serialization;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>What an argument takes: a value, or an output that will give one.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract class Input<T> : IInput
{
    private protected Input()
    {
    }

    /// <summary>An input of a value.</summary>
    public static implicit operator Input<T>(T value) => new LiteralInput<T>(value);

    /// <summary>An input of an output.</summary>
    public static implicit operator Input<T>(Output<T> value) => new OutputInput<T>(value);

    /// <summary>The output of an input.</summary>
    public static implicit operator Output<T>(Input<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.AsOutput();
    }

    IOutput IInput.ToUntypedOutput() => AsOutput();

    PropertyValue IInput.Serialize(PropertyWriter writer) => Serialize(writer);

    internal abstract Output<T> AsOutput();

    internal abstract PropertyValue Serialize(PropertyWriter writer);
}

/// <summary>An input that is there.</summary>
internal sealed class LiteralInput<T>(T value) : Input<T>
{
    internal override Output<T> AsOutput() => Output.Create(value);

    internal override PropertyValue Serialize(PropertyWriter writer) => writer.Value(value);
}

/// <summary>An input that an output gives.</summary>
internal sealed class OutputInput<T>(Output<T> output) : Input<T>
{
    // Null comes from a null output: `Input<T>? x = (Output<T>?)null`, as it does in the official SDK.
    internal override Output<T> AsOutput() => output ?? Output.Create(default(T)!);

    internal override PropertyValue Serialize(PropertyWriter writer) => output is null ? PropertyValue.Null : writer.OutputValue(output);
}

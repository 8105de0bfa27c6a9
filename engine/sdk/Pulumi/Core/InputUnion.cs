using Pulumi.Serialization;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>An argument that takes one of two types.</summary>
/// <typeparam name="T0">The first type.</typeparam>
/// <typeparam name="T1">The second type.</typeparam>
public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
{
    private readonly Input<Union<T0, T1>> _input;

    /// <summary>Creates an input of the first type's default.</summary>
    public InputUnion()
        : this(default(Union<T0, T1>))
    {
    }

    private InputUnion(Input<Union<T0, T1>> input) => _input = input;

    /// <summary>An input of a union.</summary>
    public static implicit operator InputUnion<T0, T1>(Union<T0, T1> value) => new(value);

    /// <summary>An input of the first type.</summary>
    public static implicit operator InputUnion<T0, T1>(T0 value) => new(Union<T0, T1>.FromT0(value));

    /// <summary>An input of the second type.</summary>
    public static implicit operator InputUnion<T0, T1>(T1 value) => new(Union<T0, T1>.FromT1(value));

    /// <summary>An input of the first type.</summary>
    public static implicit operator InputUnion<T0, T1>(Input<T0> value) => value.ToOutput();

    /// <summary>An input of the second type.</summary>
    public static implicit operator InputUnion<T0, T1>(Input<T1> value) => value.ToOutput();

    /// <summary>An input of an output of a union.</summary>
    public static implicit operator InputUnion<T0, T1>(Output<Union<T0, T1>> value) => new(value);

    /// <summary>An input of an output of the first type.</summary>
    public static implicit operator InputUnion<T0, T1>(Output<T0> value) => new(value.Apply(static known => Union<T0, T1>.FromT0(known)));

    /// <summary>An input of an output of the second type.</summary>
    public static implicit operator InputUnion<T0, T1>(Output<T1> value) => new(value.Apply(static known => Union<T0, T1>.FromT1(known)));

    internal override Output<Union<T0, T1>> AsOutput() => _input.AsOutput();

    internal override PropertyValue Serialize(PropertyWriter writer) => _input.Serialize(writer);
}

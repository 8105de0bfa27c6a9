using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>
/// Generic code that programs use over structs. A compiler that works ahead of time compiles it only where this assembly
/// names it; without this file it would be compiled at each start, a tenth of a second for a small stack.
/// </summary>
/// <remarks>Nothing calls it.</remarks>
internal static class PrecompiledShapes
{
    public static void Name(PropertyWriter writer, string name)
    {
        NameScalar<int>(writer, name);
        NameScalar<bool>(writer, name);
        NameScalar<double>(writer, name);
        NameScalar<Union<int, string>>(writer, name);
        NameScalar<Union<string, int>>(writer, name);
        NameScalar<ImmutableArray<object>>(writer, name);
        InputUnion<int, string> union = 1;
        union = "x";
        union = Output.Create(1);
        union = Output.Create("x");
        writer.Write(name, union);
        writer.WriteRequired(name, union, ResourceArgs.Empty, name);
        NameTuples();
        NameLists(writer, name);
    }

    private static void NameScalar<T>(PropertyWriter writer, string name)
    {
        Input<T> literal = default(T)!;
        writer.Write(name, literal);
        writer.WriteRequired(name, literal, ResourceArgs.Empty, name);
        writer.Write(name, (Input<T>)literal.ToOutput());
        writer.Value(default(T)!);
        NameOutput(literal.ToOutput());
    }

    private static void NameOutput<T>(Output<T> output)
    {
        Output<object> plain = output.Apply(static value => (object)value!);
        plain = output.Apply(static value => Output.Create((object)value!));
        _ = plain.Apply(static _ => default(T)!);
        _ = Output.CreateSecret(output);
        _ = Output.Unsecret(output);
    }

    private static void NameTuples()
    {
        Output<object> one = Output.Create(new object());
        Input<object> input = one;
        NameOutput(Output.Tuple(one, one));
        NameOutput(Output.Tuple(input, input));
        NameOutput(Output.Tuple(one, one, one));
        NameOutput(Output.Tuple(one, one, one, one));
        NameOutput(Output.All(one, one));
        NameOutput(Output.All(input, input));
        NameOutput(Output.Tuple(Output.All(one), one));
        NameOutput(Output.Tuple(one, Output.Create(1)));
        NameOutput(Output.Tuple(one, Output.Create(true)));
    }

    private static void NameLists(PropertyWriter writer, string name)
    {
        InputList<string> list = [];
        list.Add(name);
        writer.Write(name, list);
        NameOutput(list.ToOutput());
        NameOutput(Output.Tuple(list.ToOutput(), list.ToOutput()));
        InputMap<string> map = [];
        map.Add(name, name);
        writer.Write(name, map);
        NameOutput(map.ToOutput());
        InputList<int> numbers = [];
        numbers.Add(1);
        writer.Write(name, numbers);
    }
}

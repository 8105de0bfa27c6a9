namespace Pulumi.Serialization;

/// <summary>
/// Generic code that programs use over numbers, booleans and unions. A compiler that works ahead of time compiles it only
/// where this assembly names it; otherwise it would be compiled again at each start.
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
        InputUnion<int, string> union = 1;
        union = "x";
        union = Output.Create(1);
        union = Output.Create("x");
        writer.Write(name, union);
    }

    private static void NameScalar<T>(PropertyWriter writer, string name)
    {
        Input<T> literal = default(T)!;
        writer.Write(name, literal);
        writer.Write(name, (Input<T>)literal.ToOutput());
        writer.Value(default(T)!);
        Output<object> plain = literal.ToOutput().Apply(static value => (object)value!);
        _ = plain.Apply(static _ => default(T)!);
    }
}

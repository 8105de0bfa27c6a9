using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What is often asked of outputs of arrays and unions.</summary>
public static class OutputExtensions
{
    /// <summary>The item at a place, from 0.</summary>
    public static Output<T> GetAt<T>(this Output<ImmutableArray<T>> array, Input<int> index) =>
        Output.Tuple(array, index.ToOutput()).Apply(static both => both.Item1[both.Item2]);

    /// <summary>The first item.</summary>
    public static Output<T> First<T>(this Output<ImmutableArray<T>> array) => array.GetAt(0);

    /// <summary>The number of items.</summary>
    public static Output<int> Length<T>(this Output<ImmutableArray<T>> array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return array.Apply(static known => known.Length);
    }

    /// <summary>Whether the value is of the first type.</summary>
    public static Output<bool> IsT0<T0, T1>(this Output<Union<T0, T1>> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Apply(static union => union.IsT0);
    }

    /// <summary>Whether the value is of the second type.</summary>
    public static Output<bool> IsT1<T0, T1>(this Output<Union<T0, T1>> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Apply(static union => union.IsT1);
    }

    /// <summary>The value as the first type.</summary>
    public static Output<T0> AsT0<T0, T1>(this Output<Union<T0, T1>> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Apply(static union => union.AsT0);
    }

    /// <summary>The value as the second type.</summary>
    public static Output<T1> AsT1<T0, T1>(this Output<Union<T0, T1>> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Apply(static union => union.AsT1);
    }

    /// <summary>The value, whatever its type.</summary>
    public static Output<object> Value<T0, T1>(this Output<Union<T0, T1>> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Apply(static union => union.Value);
    }
}

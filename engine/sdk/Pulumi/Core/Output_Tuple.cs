namespace Pulumi;

/// <content>Outputs of two to eight values of different types.</content>
public static partial class Output
{
    /// <summary>One output of 2 inputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) =>
        Tuple(item1.ToOutput(), item2.ToOutput());

    /// <summary>One output of 2 outputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) =>
        Pair(item1, item2);

    /// <summary>One output of 3 inputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    /// <summary>One output of 3 outputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        Pair(Tuple(item1, item2), item3).Apply(pair => (pair.Item1.Item1, pair.Item1.Item2, pair.Item2));

    /// <summary>One output of 4 inputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    /// <summary>One output of 4 outputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4) =>
        Pair(Tuple(item1, item2, item3), item4).Apply(pair => (pair.Item1.Item1, pair.Item1.Item2, pair.Item1.Item3, pair.Item2));

    /// <summary>One output of 5 inputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput());

    /// <summary>One output of 5 outputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5) =>
        Pair(Tuple(item1, item2, item3, item4), item5).Apply(pair => (pair.Item1.Item1, pair.Item1.Item2, pair.Item1.Item3, pair.Item1.Item4, pair.Item2));

    /// <summary>One output of 6 inputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput());

    /// <summary>One output of 6 outputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6) =>
        Pair(Tuple(item1, item2, item3, item4, item5), item6).Apply(pair => (pair.Item1.Item1, pair.Item1.Item2, pair.Item1.Item3, pair.Item1.Item4, pair.Item1.Item5, pair.Item2));

    /// <summary>One output of 7 inputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput());

    /// <summary>One output of 7 outputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7) =>
        Pair(Tuple(item1, item2, item3, item4, item5, item6), item7).Apply(pair => (pair.Item1.Item1, pair.Item1.Item2, pair.Item1.Item3, pair.Item1.Item4, pair.Item1.Item5, pair.Item1.Item6, pair.Item2));

    /// <summary>One output of 8 inputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput(), item8.ToOutput());

    /// <summary>One output of 8 outputs: unknown if one is, secret if one is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8) =>
        Pair(Tuple(item1, item2, item3, item4, item5, item6, item7), item8).Apply(pair => (pair.Item1.Item1, pair.Item1.Item2, pair.Item1.Item3, pair.Item1.Item4, pair.Item1.Item5, pair.Item1.Item6, pair.Item1.Item7, pair.Item2));

    private static Output<(T1, T2)> Pair<T1, T2>(Output<T1> item1, Output<T2> item2)
    {
        ArgumentNullException.ThrowIfNull(item1);
        ArgumentNullException.ThrowIfNull(item2);
        return item1.TryGetData(out OutputData<T1> data1) && item2.TryGetData(out OutputData<T2> data2)
            ? new Output<(T1, T2)>(Join(data1, data2))
            : new Output<(T1, T2)>(PairAsync(item1, item2));

        static async Task<OutputData<(T1, T2)>> PairAsync(Output<T1> item1, Output<T2> item2) =>
            Join(await item1.DataTask.ConfigureAwait(false), await item2.DataTask.ConfigureAwait(false));

        static OutputData<(T1, T2)> Join(in OutputData<T1> data1, in OutputData<T2> data2) => new(
            (data1.Value, data2.Value),
            data1.Resources.Union(data2.Resources),
            data1.IsKnown && data2.IsKnown,
            data1.IsSecret || data2.IsSecret);
    }
}

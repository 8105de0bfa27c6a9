namespace Pulumi;

/// <summary>Lets collection initialisers take either type of a union.</summary>
public static class InputListExtensions
{
    /// <summary>Appends an item of the first type.</summary>
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T0> value)
    {
        ArgumentNullException.ThrowIfNull(list);
        list.Add(value.Apply(static known => Union<T0, T1>.FromT0(known)));
    }

    /// <summary>Appends an item of the second type.</summary>
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T1> value)
    {
        ArgumentNullException.ThrowIfNull(list);
        list.Add(value.Apply(static known => Union<T0, T1>.FromT1(known)));
    }
}

/// <summary>Lets collection initialisers take either type of a union.</summary>
public static class InputMapExtensions
{
    /// <summary>Adds a value of the first type.</summary>
    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T0> value)
    {
        ArgumentNullException.ThrowIfNull(map);
        map.Add(key, value.Apply(static known => Union<T0, T1>.FromT0(known)));
    }

    /// <summary>Adds a value of the second type.</summary>
    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T1> value)
    {
        ArgumentNullException.ThrowIfNull(map);
        map.Add(key, value.Apply(static known => Union<T0, T1>.FromT1(known)));
    }
}

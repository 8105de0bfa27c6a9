using Pulumi;

namespace Rampart.Components.Configuration;

/// <summary>Puts values of a type that is known at run time only into the inputs of that type.</summary>
internal abstract class InputWrapper
{
    /// <summary>The wrapper of a type.</summary>
    public static InputWrapper Of(Type type) =>
        type == typeof(string) ? new InputWrapper<string>()
        : type == typeof(int) ? new InputWrapper<int>()
        : type == typeof(bool) ? new InputWrapper<bool>()
        : (InputWrapper)Activator.CreateInstance(typeof(InputWrapper<>).MakeGenericType(type))!;

    public abstract object Input(object value);

    public abstract object Array(object[] items);

    public abstract object List(object[] items);

    public abstract object Map(SettingShape shape, List<KeyValuePair<string, object>> entries);
}

/// <inheritdoc/>
/// <typeparam name="T">The type of the values.</typeparam>
internal sealed class InputWrapper<T> : InputWrapper
{
    public override object Input(object value) => (Input<T>)(T)value;

    public override object Array(object[] items) => Typed(items);

    public override object List(object[] items) => (InputList<T>)Typed(items);

    public override object Map(SettingShape shape, List<KeyValuePair<string, object>> entries)
    {
        InputMap<T> map = [];
        foreach ((string key, object value) in entries)
        {
            map.Add(key, (T)shape.Wrap(value));
        }

        return map;
    }

    private static T[] Typed(object[] items) => System.Array.ConvertAll(items, static item => (T)item);
}

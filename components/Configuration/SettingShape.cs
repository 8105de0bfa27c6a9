using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;

namespace Rampart.Components.Configuration;

/// <summary>What the value of an input is, without the inputs and outputs around it.</summary>
internal enum SettingShapeKind
{
    Text,
    Integer,
    Number,
    Boolean,
    Choice,
    IntegerOrText,
    Json,
    List,
    Map,
    Object,
}

/// <summary>How a value is read for an input of a type, and how it is put there.</summary>
internal sealed class SettingShape
{
    private static readonly ConcurrentDictionary<Type, SettingShape> Known = new();

    private readonly Func<object, object> _wrap;

    private SettingShape(SettingShapeKind kind, Type type, Func<object, object> wrap, SettingShape? item = null, bool isInput = false)
    {
        Kind = kind;
        Type = type;
        Item = item;
        IsInput = isInput;
        _wrap = wrap;
    }

    public SettingShapeKind Kind { get; }

    /// <summary>The type of the value, without <c>Input&lt;…&gt;</c> around it.</summary>
    public Type Type { get; }

    /// <summary>The shape of an item of a list, or of a value of a map.</summary>
    public SettingShape? Item { get; }

    /// <summary>Whether the value stands in an <c>Input&lt;…&gt;</c>, so that a new one replaces the old one whole.</summary>
    public bool IsInput { get; }

    /// <summary>The shape of a type.</summary>
    /// <exception cref="NotSupportedException">No setting can have the type.</exception>
    public static SettingShape Of(Type type) => Known.GetOrAdd(type, Find);

    /// <summary>
    /// A value as the input takes it: a text, an integer, a number, a boolean, a member of an enumeration, the parts of a list as an array,
    /// those of a map as pairs, or args; or an output of a secret text.
    /// </summary>
    public object Wrap(object value) => _wrap(value);

    private static SettingShape Find(Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (FindScalar(type) is { } kind)
        {
            return new SettingShape(kind, type, static value => value);
        }

        if (type == typeof(InputJson))
        {
            return new SettingShape(SettingShapeKind.Json, type, static value => (InputJson)(string)value, isInput: true);
        }

        if (type.IsArray)
        {
            SettingShape item = Of(type.GetElementType()!);
            InputWrapper array = InputWrapper.Of(type.GetElementType()!);
            return new SettingShape(SettingShapeKind.List, type, value => array.Array(Items(item, value)), item);
        }

        if (typeof(InputArgs).IsAssignableFrom(type) && !type.IsAbstract && type.GetConstructor([]) is not null)
        {
            return new SettingShape(SettingShapeKind.Object, type, static value => value);
        }

        return (type.IsGenericType ? FindInput(type, type.GetGenericTypeDefinition(), type.GetGenericArguments()) : null)
            ?? throw new NotSupportedException($"no setting can have the type {type}");
    }

    private static SettingShapeKind? FindScalar(Type type) =>
        type == typeof(string) ? SettingShapeKind.Text
        : type == typeof(int) ? SettingShapeKind.Integer
        : type == typeof(double) ? SettingShapeKind.Number
        : type == typeof(bool) ? SettingShapeKind.Boolean
        : type.IsEnum ? SettingShapeKind.Choice
        : null;

    private static SettingShape? FindInput(Type type, Type definition, Type[] arguments)
    {
        if (definition == typeof(InputUnion<,>) && arguments[0] == typeof(int) && arguments[1] == typeof(string))
        {
            return new SettingShape(
                SettingShapeKind.IntegerOrText, type, static value => value is int number ? (InputUnion<int, string>)number : (InputUnion<int, string>)(string)value, isInput: true);
        }

        // A text and the constants that there are for it, as in the type of a Service.
        if (definition == typeof(InputUnion<,>) && arguments[0] == typeof(string))
        {
            MethodInfo fromText = type.GetMethod("op_Implicit", [typeof(string)])!;
            return new SettingShape(SettingShapeKind.Text, typeof(string), value => fromText.Invoke(null, [value])!, isInput: true);
        }

        if (definition == typeof(Input<>))
        {
            SettingShape inner = Of(arguments[0]);
            InputWrapper input = InputWrapper.Of(arguments[0]);
            return new SettingShape(
                inner.Kind, inner.Type, value => value is Output<string> secret ? (Input<string>)secret : input.Input(inner.Wrap(value)), inner.Item, isInput: true);
        }

        if (definition == typeof(InputList<>))
        {
            SettingShape item = Of(arguments[0]);
            InputWrapper list = InputWrapper.Of(arguments[0]);
            return new SettingShape(SettingShapeKind.List, type, value => list.List(Items(item, value)), item, isInput: true);
        }

        if (definition == typeof(InputMap<>))
        {
            SettingShape item = Of(arguments[0]);
            InputWrapper map = InputWrapper.Of(arguments[0]);
            return new SettingShape(SettingShapeKind.Map, type, value => map.Map(item, (List<KeyValuePair<string, object>>)value), item, isInput: true);
        }

        return null;
    }

    private static object[] Items(SettingShape item, object value) => Array.ConvertAll((object[])value, item.Wrap);
}

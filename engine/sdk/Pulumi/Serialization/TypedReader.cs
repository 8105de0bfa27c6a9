using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Rampart.Protocol.Values;

namespace Pulumi.Serialization;

/// <summary>Reads outputs of classes that were not generated, by the type of their properties.</summary>
internal static class TypedReader
{
    /// <summary>The value as an object of a type; null gives the type's default.</summary>
    /// <exception cref="InvalidOperationException">The value does not fit the type.</exception>
    public static object? Read(Type type, PropertyValue value)
    {
        value = value.Inner;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return value.IsNull ? null : Read(underlying, value);
        }

        if (type == typeof(JsonElement))
        {
            return PropertyReader.ReadJson(value);
        }

        if (value.IsNull)
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        if (type == typeof(object) || typeof(AssetOrArchive).IsAssignableFrom(type))
        {
            return UntypedReader.Read(value);
        }

        if (type == typeof(string))
        {
            return value.AsString();
        }

        if (type == typeof(bool))
        {
            return value.AsBoolean();
        }

        if (type == typeof(int))
        {
            return (int)value.AsNumber();
        }

        if (type == typeof(double))
        {
            return value.AsNumber();
        }

        if (type.IsEnum)
        {
            return Enum.ToObject(type, (int)value.AsNumber());
        }

        if (typeof(Resource).IsAssignableFrom(type))
        {
            return new DependencyResource(value.AsResource().Urn);
        }

        return type.IsGenericType ? ReadGeneric(type, value) : ReadClass(type, value);
    }

    private static object? ReadGeneric(Type type, PropertyValue value)
    {
        Type definition = type.GetGenericTypeDefinition();
        Type[] arguments = type.GetGenericArguments();
        if (definition == typeof(ImmutableArray<>))
        {
            PropertyList list = value.AsList();
            Array items = Array.CreateInstance(arguments[0], list.Count);
            for (int i = 0; i < list.Count; i++)
            {
                items.SetValue(Read(arguments[0], list[i]), i);
            }

            return CreateArray.MakeGenericMethod(arguments[0]).Invoke(null, [items]);
        }

        if (definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string))
        {
            Type pair = typeof(Dictionary<,>).MakeGenericType(arguments);
            IDictionary map = (IDictionary)Activator.CreateInstance(pair)!;
            foreach (Property property in value.AsObject().Properties)
            {
                if (!property.Name.StartsWith("__", StringComparison.Ordinal))
                {
                    map.Add(property.Name, Read(arguments[1], property.Value));
                }
            }

            return CreateMap.MakeGenericMethod(arguments[1]).Invoke(null, [map]);
        }

        if (definition == typeof(Union<,>))
        {
            try
            {
                return type.GetMethod(nameof(Union<,>.FromT0))!.Invoke(null, [Read(arguments[0], value)]);
            }
            catch (InvalidOperationException)
            {
                return type.GetMethod(nameof(Union<,>.FromT1))!.Invoke(null, [Read(arguments[1], value)]);
            }
        }

        return ReadClass(type, value);
    }

    private static readonly MethodInfo CreateArray =
        typeof(TypedReader).GetMethod(nameof(ToImmutableArray), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly MethodInfo CreateMap =
        typeof(TypedReader).GetMethod(nameof(ToImmutableMap), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static ImmutableArray<T> ToImmutableArray<T>(T[] items) => [.. items];

    private static ImmutableDictionary<string, T> ToImmutableMap<T>(Dictionary<string, T> map) => map.ToImmutableDictionary();

    private static object? ReadClass(Type type, PropertyValue value)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        if (type.IsDefined(typeof(EnumTypeAttribute), inherit: false))
        {
            ConstructorInfo single = type.GetConstructors(Any).First(static constructor =>
                !constructor.IsStatic && constructor.GetParameters().Length == 1);
            return single.Invoke([Read(single.GetParameters()[0].ParameterType, value)]);
        }

        // Generated output classes read themselves.
        if (type.GetMethod("Read", Any, [typeof(PropertyValue)]) is { IsStatic: true } read && read.ReturnType == type)
        {
            return read.Invoke(null, [value]);
        }

        if (!type.IsDefined(typeof(OutputTypeAttribute), inherit: false))
        {
            throw new InvalidOperationException($"{type.FullName} is not a supported output type");
        }

        ConstructorInfo constructor = type.GetConstructors(Any).FirstOrDefault(static candidate =>
                candidate.IsDefined(typeof(OutputConstructorAttribute), inherit: false))
            ?? type.GetConstructors().Single();
        PropertyObject source = value.AsObject();
        return constructor.Invoke(
        [
            .. constructor.GetParameters().Select(parameter => Read(
                parameter.ParameterType,
                source[parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!])),
        ]);
    }
}

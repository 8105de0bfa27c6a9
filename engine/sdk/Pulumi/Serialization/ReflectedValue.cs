using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Rampart.Protocol.Values;

namespace Pulumi.Serialization;

/// <summary>Values whose shape only their type tells: enumerations, tuples and output classes.</summary>
internal static class ReflectedValue
{
    private static readonly ConcurrentDictionary<Type, Func<PropertyWriter, object, PropertyValue>> Writers = new();

    public static PropertyValue Write(PropertyWriter writer, object value) =>
        Writers.GetOrAdd(value.GetType(), CreateWriter)(writer, value);

    private static Func<PropertyWriter, object, PropertyValue> CreateWriter(Type type)
    {
        if (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int))
        {
            return static (_, value) => PropertyValue.From(Convert.ToInt32(value, CultureInfo.InvariantCulture));
        }

        if (type == typeof(ValueTuple))
        {
            return static (_, _) => PropertyValue.Null;
        }

        if (type.IsDefined(typeof(EnumTypeAttribute), inherit: false))
        {
            MethodInfo conversion = ConversionTo(type, typeof(string))
                ?? ConversionTo(type, typeof(double))
                ?? throw new InvalidOperationException($"Expected {type.FullName} to have an explicit conversion operator to String or Double.");
            return (writer, value) => writer.ObjectValue(conversion.Invoke(null, [value]));
        }

        if (type.IsDefined(typeof(OutputTypeAttribute), inherit: false))
        {
            (string Name, FieldInfo Field)[] fields =
            [
                .. type.GetFields(BindingFlags.Public | BindingFlags.Instance)
                    .Where(static field => field.IsInitOnly)
                    .Select(static field => (WireName(field.Name), field)),
            ];
            return (writer, value) =>
            {
                int start = writer.Open();
                foreach ((string name, FieldInfo field) in fields)
                {
                    writer.WriteNullable(name, field.GetValue(value));
                }

                return PropertyValue.From(writer.Close(start));
            };
        }

        throw new InvalidOperationException($"{type.FullName} is not a supported argument type.");
    }

    private static string WireName(string member) => char.ToLowerInvariant(member[0]) + member[1..];

    private static MethodInfo? ConversionTo(Type type, Type target) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .FirstOrDefault(method => method.Name is "op_Explicit" or "op_Implicit" && method.ReturnType == target);
}

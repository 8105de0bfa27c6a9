using System.Collections.Immutable;
using System.Text.Json;
using Rampart.Protocol.Values;

namespace Pulumi.Serialization;

/// <summary>
/// Reads outputs without reflection; generated output classes are built with it. What is absent gives the type's default.
/// Marks of secrets are looked through: they belong to the whole output.
/// </summary>
internal static class PropertyReader
{
    public static string ReadString(PropertyValue value) => value.Inner.StringOrNull()!;

    public static int ReadInt32(PropertyValue value) => (int)(value.Inner.NumberOrNull() ?? 0);

    public static double ReadDouble(PropertyValue value) => value.Inner.NumberOrNull() ?? 0;

    public static bool ReadBoolean(PropertyValue value) => value.Inner.BooleanOrNull() ?? false;

    public static JsonElement ReadJson(PropertyValue value)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            PropertyJson.Write(writer, value);
        }

        using JsonDocument document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }

    public static string String(PropertyObject source, string name) => ReadString(source[name]);

    public static int Int32(PropertyObject source, string name) => ReadInt32(source[name]);

    public static double Double(PropertyObject source, string name) => ReadDouble(source[name]);

    public static bool Boolean(PropertyObject source, string name) => ReadBoolean(source[name]);

    public static JsonElement Json(PropertyObject source, string name) => ReadJson(source[name]);

    public static T Object<T>(PropertyObject source, string name, Func<PropertyValue, T> read) =>
        source[name].Inner is { IsNull: false } value ? read(value) : default!;

    public static ImmutableArray<T> List<T>(PropertyObject source, string name, Func<PropertyValue, T> readItem) =>
        ReadList(source[name], readItem);

    public static ImmutableArray<T> ReadList<T>(PropertyValue value, Func<PropertyValue, T> readItem)
    {
        if (value.Inner.ListOrNull() is not { } list)
        {
            return default;
        }

        T[] items = new T[list.Count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = readItem(list[i].Inner);
        }

        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public static ImmutableDictionary<string, T> Map<T>(PropertyObject source, string name, Func<PropertyValue, T> readItem) =>
        ReadMap(source[name], readItem);

    public static ImmutableDictionary<string, T> ReadMap<T>(PropertyValue value, Func<PropertyValue, T> readItem)
    {
        if (value.Inner.ObjectOrNull() is not { } map)
        {
            return null!;
        }

        ImmutableDictionary<string, T>.Builder builder = ImmutableDictionary.CreateBuilder<string, T>();
        foreach (Property property in map.Properties)
        {
            // The engine's own marks, such as __defaults, are not part of the value.
            if (!property.Name.StartsWith("__", StringComparison.Ordinal))
            {
                builder.Add(property.Name, readItem(property.Value.Inner));
            }
        }

        return builder.ToImmutable();
    }

    /// <summary>A union of a string or other scalar and something else: the first type that the value fits.</summary>
    public static Union<T0, T1> Union<T0, T1>(
        PropertyObject source,
        string name,
        Func<PropertyValue, T0> read0,
        Func<PropertyValue, T1> read1) =>
        ReadUnion(source[name], read0, read1);

    public static Union<T0, T1> ReadUnion<T0, T1>(PropertyValue value, Func<PropertyValue, T0> read0, Func<PropertyValue, T1> read1)
    {
        value = value.Inner;
        return Fits<T0>(value.Kind) || !Fits<T1>(value.Kind)
            ? Pulumi.Union<T0, T1>.FromT0(read0(value))
            : Pulumi.Union<T0, T1>.FromT1(read1(value));
    }

    private static bool Fits<T>(PropertyKind kind) => kind switch
    {
        PropertyKind.Null => true,
        PropertyKind.String => typeof(T) == typeof(string),
        PropertyKind.Number => typeof(T) == typeof(int) || typeof(T) == typeof(double),
        PropertyKind.Boolean => typeof(T) == typeof(bool),
        PropertyKind.List => typeof(T).IsValueType && !typeof(T).IsPrimitive,
        _ => !typeof(T).IsValueType && typeof(T) != typeof(string),
    };
}

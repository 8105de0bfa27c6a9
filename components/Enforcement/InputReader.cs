using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Pulumi;
using Rampart.Components.Inputs;
using Rampart.Protocol.Values;

namespace Rampart.Components.Enforcement;

/// <summary>
/// Reads args as the values that will be registered, each unknown and secret in its place. Only what is public in the
/// Pulumi SDK is used, so that any SDK will do.
/// </summary>
internal static class InputReader
{
    private static readonly ConcurrentDictionary<Type, Func<object, Task<PropertyValue>>> Readers = new();
    private static readonly ConcurrentDictionary<Type, InputMember[]> Members = new();

    /// <summary>Reads a value of any type that an argument can have.</summary>
    public static async Task<PropertyValue> ReadAsync(object? value)
    {
        switch (value)
        {
            case null:
                return PropertyValue.Null;
            case string text:
                return PropertyValue.From(text);
            case bool flag:
                return PropertyValue.From(flag);
            case int number:
                return PropertyValue.From(number);
            case double number:
                return PropertyValue.From(number);
            case JsonElement json:
                return ReadJson(json);
            case InputArgs args:
                return await ReadMembersAsync(args).ConfigureAwait(false);
        }

        Func<object, Task<PropertyValue>> reader = Readers.GetOrAdd(value.GetType(), FindReader);
        return await reader(value).ConfigureAwait(false);
    }

    private static async Task<PropertyValue> ReadMembersAsync(InputArgs args)
    {
        List<Property> properties = [];
        foreach (InputMember member in Members.GetOrAdd(args.GetType(), InputMember.Of))
        {
            PropertyValue value = await ReadAsync(member.Read(args)).ConfigureAwait(false);
            if (!value.IsNull)
            {
                properties.Add(new Property(member.Name, value));
            }
        }

        return PropertyValue.From(PropertyObject.Create([.. properties]));
    }

    private static Func<object, Task<PropertyValue>> FindReader(Type type)
    {
        for (Type? candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (!candidate.IsGenericType)
            {
                continue;
            }

            Type definition = candidate.GetGenericTypeDefinition();
            if (definition == typeof(Input<>) || definition == typeof(Output<>))
            {
                return typeof(OutputReader<>).MakeGenericType(candidate.GetGenericArguments())
                    .GetMethod(nameof(OutputReader<object>.ReadAsync))!
                    .CreateDelegate<Func<object, Task<PropertyValue>>>();
            }

            if (definition == typeof(Union<,>))
            {
                PropertyInfo inner = candidate.GetProperty("Value")!;
                return value => ReadAsync(inner.GetValue(value));
            }
        }

        // Maps before lists: a map can be enumerated too.
        return typeof(IDictionary).IsAssignableFrom(type) ? static value => ReadMapAsync((IDictionary)value)
            : typeof(IEnumerable).IsAssignableFrom(type) ? static value => ReadListAsync((IEnumerable)value)
            : static value => Task.FromResult(PropertyValue.From(value.ToString()));
    }

    private static async Task<PropertyValue> ReadMapAsync(IDictionary map)
    {
        List<Property> properties = [];
        foreach (DictionaryEntry entry in map)
        {
            properties.Add(new Property((string)entry.Key, await ReadAsync(entry.Value).ConfigureAwait(false)));
        }

        return PropertyValue.From(PropertyObject.Create([.. properties]));
    }

    private static async Task<PropertyValue> ReadListAsync(IEnumerable list)
    {
        List<PropertyValue> items = [];
        foreach (object? item in list)
        {
            items.Add(await ReadAsync(item).ConfigureAwait(false));
        }

        return PropertyValue.From(PropertyList.Create([.. items]));
    }

    private static PropertyValue ReadJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => PropertyValue.From(PropertyObject.Create(
            [.. json.EnumerateObject().Select(property => new Property(property.Name, ReadJson(property.Value)))])),
        JsonValueKind.Array => PropertyValue.From(PropertyList.Create([.. json.EnumerateArray().Select(ReadJson)])),
        JsonValueKind.String => PropertyValue.From(json.GetString()),
        JsonValueKind.Number => PropertyValue.From(json.GetDouble()),
        JsonValueKind.True => PropertyValue.From(true),
        JsonValueKind.False => PropertyValue.From(false),
        _ => PropertyValue.Null,
    };
}

using System.Collections;
using System.Collections.Immutable;
using Rampart.Protocol.Values;

namespace Rampart.Testing;

/// <summary>Turns the inputs that mocks get into values that rules read.</summary>
internal static class ManifestReader
{
    public static PropertyObject Read(IImmutableDictionary<string, object> inputs)
    {
        List<Property> properties = new(inputs.Count);
        foreach ((string name, object value) in inputs)
        {
            properties.Add(new Property(name, ReadValue(value)));
        }

        return PropertyObject.Create([.. properties]);
    }

    private static PropertyValue ReadValue(object? value)
    {
        switch (value)
        {
            case null:
                return PropertyValue.Null;
            case string text:
                return PropertyValue.From(text);
            case bool flag:
                return PropertyValue.From(flag);
            case double number:
                return PropertyValue.From(number);
            case int number:
                return PropertyValue.From(number);
            case IImmutableDictionary<string, object> members:
                return PropertyValue.From(Read(members));
            case IEnumerable items:
                List<PropertyValue> list = [];
                foreach (object? item in items)
                {
                    list.Add(ReadValue(item));
                }

                return PropertyValue.From(PropertyList.Create([.. list]));
            default:
                // Assets and references to resources: there, but nothing that a rule could read.
                return PropertyValue.Unknown;
        }
    }
}

using Rampart.Protocol.Values;

namespace Rampart.Protocol.Monitor;

/// <summary>Inputs whose parts carry their own dependencies, as remote components and transforms have them, and inputs that do not.</summary>
public static class OutputValues
{
    /// <summary>Gives each property its dependencies as part of its value.</summary>
    public static PropertyObject Wrap(PropertyObject inputs, IReadOnlyList<PropertyDependency> dependencies)
    {
        PropertyObject wrapped = inputs;
        foreach (PropertyDependency dependency in dependencies)
        {
            PropertyValue value = inputs[dependency.Property];
            if (!value.IsNull && value.Kind != PropertyKind.Output)
            {
                wrapped = wrapped.With(dependency.Property, PropertyValue.From(new PropertyOutput(value, dependency.Urns)));
            }
        }

        return wrapped;
    }

    /// <summary>Takes the dependencies out of the values and adds them to those per property.</summary>
    public static PropertyObject Unwrap(PropertyObject inputs, ref IReadOnlyList<PropertyDependency> dependencies)
    {
        SortedDictionary<string, SortedSet<string>> all = new(StringComparer.Ordinal);
        foreach (PropertyDependency dependency in dependencies)
        {
            all.Add(dependency.Property, new SortedSet<string>(dependency.Urns, StringComparer.Ordinal));
        }

        Property[] unwrapped = new Property[inputs.Count];
        for (int i = 0; i < unwrapped.Length; i++)
        {
            Property property = inputs.Properties[i];
            SortedSet<string> urns = new(StringComparer.Ordinal);
            unwrapped[i] = new Property(property.Name, Unwrap(property.Value, urns));
            if (urns.Count > 0 && !all.TryAdd(property.Name, urns))
            {
                all[property.Name].UnionWith(urns);
            }
        }

        dependencies = [.. all.Select(static pair => new PropertyDependency(pair.Key, [.. pair.Value]))];
        return PropertyObject.Create(unwrapped);
    }

    private static PropertyValue Unwrap(PropertyValue value, SortedSet<string> urns)
    {
        switch (value.Kind)
        {
            case PropertyKind.Output:
                PropertyOutput output = value.AsOutput();
                urns.UnionWith(output.Dependencies);
                return Unwrap(output.Value, urns);
            case PropertyKind.Secret:
                return PropertyValue.Secret(Unwrap(value.Inner, urns));
            case PropertyKind.List:
                PropertyList list = value.AsList();
                PropertyValue[] items = new PropertyValue[list.Count];
                for (int i = 0; i < items.Length; i++)
                {
                    items[i] = Unwrap(list[i], urns);
                }

                return PropertyValue.From(PropertyList.Adopt(items));
            case PropertyKind.Object:
                PropertyObject from = value.AsObject();
                Property[] properties = new Property[from.Count];
                for (int i = 0; i < properties.Length; i++)
                {
                    properties[i] = new Property(from.Properties[i].Name, Unwrap(from.Properties[i].Value, urns));
                }

                return PropertyValue.From(PropertyObject.Create(properties));
            default:
                return value;
        }
    }
}

using Rampart.Protocol.Values;

namespace Rampart.Server.Engine;

/// <summary>Answers in the form that the program that asked understands.</summary>
internal static class Answers
{
    /// <summary>Replaces what the program has no word for: a secret by its value, a resource by its id or, for a component, its URN.</summary>
    public static PropertyObject Adapt(PropertyObject value, bool acceptSecrets, bool acceptResources) =>
        (acceptSecrets || !value.ContainsSecrets) && acceptResources
            ? value
            : Adapt(PropertyValue.From(value), acceptSecrets, acceptResources).AsObject();

    /// <summary>Leaves properties out that hold an unknown: a program that does not know unknown parts takes what is missing for unknown.</summary>
    public static PropertyObject DropUnknown(PropertyObject value)
    {
        if (!value.ContainsUnknowns)
        {
            return value;
        }

        List<Property> known = new(value.Count);
        foreach (ref readonly Property property in value.Properties)
        {
            if (!property.Value.ContainsUnknowns)
            {
                known.Add(property);
            }
        }

        return PropertyObject.Create(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(known));
    }

    private static PropertyValue Adapt(PropertyValue value, bool acceptSecrets, bool acceptResources)
    {
        switch (value.Kind)
        {
            case PropertyKind.Secret:
                PropertyValue inner = Adapt(value.Inner, acceptSecrets, acceptResources);
                return acceptSecrets ? PropertyValue.Secret(inner) : inner;
            case PropertyKind.Resource when !acceptResources:
                ResourceReference resource = value.AsResource();
                return resource.Id is { Length: 0 } ? PropertyValue.Unknown : PropertyValue.From(resource.Id ?? resource.Urn);
            case PropertyKind.List:
                PropertyList list = value.AsList();
                PropertyValue[] items = new PropertyValue[list.Count];
                for (int i = 0; i < items.Length; i++)
                {
                    items[i] = Adapt(list[i], acceptSecrets, acceptResources);
                }

                return PropertyValue.From(PropertyList.Adopt(items));
            case PropertyKind.Object:
                ReadOnlySpan<Property> properties = value.AsObject().Properties;
                Property[] adapted = new Property[properties.Length];
                for (int i = 0; i < adapted.Length; i++)
                {
                    adapted[i] = new Property(properties[i].Name, Adapt(properties[i].Value, acceptSecrets, acceptResources));
                }

                return PropertyValue.From(PropertyObject.Create(adapted));
            default:
                return value;
        }
    }
}

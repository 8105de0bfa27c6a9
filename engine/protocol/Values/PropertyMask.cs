namespace Rampart.Protocol.Values;

/// <summary>Values that may be shown: texts that say so stand in the places of secrets and unknowns.</summary>
public static class PropertyMask
{
    /// <summary>What stands for a secret.</summary>
    public const string Secret = "[secret]";

    /// <summary>What stands for a value that is not known yet.</summary>
    public const string Unknown = "[unknown]";

    /// <summary>The value without secrets and unknowns; the same value when it has none.</summary>
    public static PropertyValue Mask(PropertyValue value) =>
        value.IsSecret ? PropertyValue.From(Secret)
        : value.IsUnknown ? PropertyValue.From(Unknown)
        : Each(value, Mask, skip: static part => !part.ContainsSecrets && !part.ContainsUnknowns);

    /// <summary>The value with secrets in the clear: for who asked for them, and for nobody else.</summary>
    public static PropertyValue Reveal(PropertyValue value) =>
        value.IsSecret ? Reveal(value.Inner) : Each(value, Reveal, skip: static part => !part.ContainsSecrets);

    /// <summary>The value with an unknown in the place of each secret.</summary>
    public static PropertyValue Forget(PropertyValue value) =>
        value.IsSecret ? PropertyValue.Unknown : Each(value, Forget, skip: static part => !part.ContainsSecrets);

    private static PropertyValue Each(PropertyValue value, Func<PropertyValue, PropertyValue> change, Func<PropertyValue, bool> skip)
    {
        if (skip(value))
        {
            return value;
        }

        if (value.ListOrNull() is { } list)
        {
            PropertyValue[] items = new PropertyValue[list.Count];
            for (int i = 0; i < items.Length; i++)
            {
                items[i] = change(list[i]);
            }

            return PropertyValue.From(PropertyList.Adopt(items));
        }

        if (value.ObjectOrNull() is { } source)
        {
            Property[] properties = new Property[source.Count];
            for (int i = 0; i < properties.Length; i++)
            {
                properties[i] = new Property(source.Properties[i].Name, change(source.Properties[i].Value));
            }

            return PropertyValue.From(PropertyObject.Adopt(properties));
        }

        // Of a value with its dependencies only the value is left; archives are not looked into, since nothing shows them.
        return value.Kind == PropertyKind.Output ? change(value.AsOutput().Value) : value;
    }
}

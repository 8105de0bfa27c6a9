using System.Globalization;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Monitors;

/// <summary>
/// The name that the Kubernetes provider gives an object that has none: the logical name, a hyphen and eight
/// hexadecimal characters. The provider draws them; a plan derives them from the URN, so that it is the same each time.
/// </summary>
internal static class AutoName
{
    private const string Annotation = "pulumi.com/autonamed";

    /// <summary>The inputs with a name; the same object when they have one, or a <c>generateName</c>, or a name that is not known.</summary>
    public static PropertyObject Apply(PropertyObject inputs, string urn, string name)
    {
        PropertyValue value = inputs["metadata"];
        if (value.IsUnknown)
        {
            return inputs;
        }

        PropertyObject metadata = value.Inner.ObjectOrNull() ?? PropertyObject.Empty;
        if (!metadata["name"].IsNull || !metadata["generateName"].IsNull)
        {
            return inputs;
        }

        PropertyValue annotations = metadata["annotations"];
        PropertyObject named = metadata.With("name", PropertyValue.From(Name(urn, name)));
        if (!annotations.IsUnknown)
        {
            PropertyObject existing = annotations.Inner.ObjectOrNull() ?? PropertyObject.Empty;
            named = named.With("annotations", PropertyValue.From(existing.With(Annotation, PropertyValue.From("true"))));
        }

        return inputs.With("metadata", value.IsSecret ? PropertyValue.Secret(PropertyValue.From(named)) : PropertyValue.From(named));
    }

    private static string Name(string urn, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}-{Hash(urn):x8}");

    // FNV-1a, 32 bits: short, stable and spread well enough for names.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = (hash ^ character) * 16777619;
        }

        return hash;
    }
}

using System.Globalization;
using Rampart.Cel.Types;
using Rampart.Protocol.Values;

namespace Rampart.Cel.Values;

/// <summary>Property values seen as values of the language, and whether a secret was read on the way.</summary>
/// <remarks>An unknown property is an unknown value with its path. A whole number is an int, any other a double.</remarks>
public sealed class PropertySource
{
    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Whether a value that is a secret was read: what was computed with it must not be shown.</summary>
    public bool HasReadSecret { get; private set; }

    /// <summary>A property value as a value of the language.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The name that its paths begin with, e.g. <c>object</c>.</param>
    public CelValue Read(PropertyValue value, string name) => Read(value, new PropertyPlace(null, name, -1));

    internal CelValue Read(PropertyValue value, PropertyPlace place)
    {
        switch (value.Kind)
        {
            case PropertyKind.Null:
                return default;
            case PropertyKind.Boolean:
                return CelValue.From(value.AsBoolean());
            case PropertyKind.Number:
                return CelNumber.WholeOrNull(value.AsNumber()) is { } whole ? CelValue.From(whole) : CelValue.From(value.AsNumber());
            case PropertyKind.String:
                return CelValue.From(value.AsString());
            case PropertyKind.List:
                return CelValue.From(new PropertyItems(this, value.AsList(), place));
            case PropertyKind.Object:
                return CelValue.From(new PropertyEntries(this, value.AsObject(), place));
            case PropertyKind.Secret:
                HasReadSecret = true;
                return Read(value.Inner, place);
            case PropertyKind.Output:
                return Read(value.AsOutput().Value, place);
            case PropertyKind.Resource:
                return value.AsResource().Id is { } id ? CelValue.From(id) : CelUnknown.At(place.ToString()).AsValue();
            case PropertyKind.Asset:
                return CelValue.From(value.AsAsset().Content);
            default:
                return CelUnknown.At(place.ToString()).AsValue();
        }
    }

    /// <summary>Where a property is.</summary>
    /// <param name="Parent">The place of the object or list that holds it.</param>
    /// <param name="Name">Its name; null for an item of a list.</param>
    /// <param name="Index">The index of an item.</param>
    internal sealed record PropertyPlace(PropertyPlace? Parent, string? Name, int Index)
    {
        public override string ToString()
        {
            if (Parent is null)
            {
                return Name!;
            }

            string before = Parent.ToString();
            if (Name is null)
            {
                return before + "[" + Index.ToString(CultureInfo.InvariantCulture) + "]";
            }

            return Name.AsSpan().ContainsAnyExcept(NameCharacters) ? $"{before}['{Name}']" : $"{before}.{Name}";
        }
    }

    private sealed class PropertyItems(PropertySource source, PropertyList list, PropertyPlace place) : CelList
    {
        public override int Count => list.Count;

        public override CelValue this[int index]
        {
            get
            {
                PropertyValue value = list[index];
                return value.StringOrNull() is { } text ? CelValue.From(text) : source.Read(value, new PropertyPlace(place, null, index));
            }
        }
    }

    private sealed class PropertyEntries(PropertySource source, PropertyObject properties, PropertyPlace place) : CelMap
    {
        public override int Count => properties.Count;

        public override CelValue KeyAt(int index) => CelValue.From(properties.Properties[index].Name);

        public override CelValue ValueAt(int index)
        {
            Property property = properties.Properties[index];
            return source.Read(property.Value, new PropertyPlace(place, property.Name, -1));
        }

        public override bool TryGet(string key, out CelValue value)
        {
            if (!properties.TryGetValue(key, out PropertyValue found))
            {
                value = default;
                return false;
            }

            value = found.StringOrNull() is { } text ? CelValue.From(text) : source.Read(found, new PropertyPlace(place, key, -1));
            return true;
        }

        public override bool TryGet(CelValue key, out CelValue value)
        {
            if (key.Kind == CelKind.String)
            {
                return TryGet(key.AsString(), out value);
            }

            value = default;
            return false;
        }
    }
}

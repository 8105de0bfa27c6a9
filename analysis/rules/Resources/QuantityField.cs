using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>What a field is that should be a quantity.</summary>
internal enum QuantityState
{
    /// <summary>It is missing.</summary>
    Unset,

    /// <summary>It is not known yet, or neither a text nor a number.</summary>
    Unknown,

    /// <summary>It is a text that is not a quantity.</summary>
    Invalid,

    /// <summary>It is a quantity.</summary>
    Valid,
}

/// <summary>Reads quantities from the fields of manifests.</summary>
internal static class QuantityField
{
    private const double LargestExactInteger = 1L << 53;

    /// <summary>Reads a quantity: a text, or a number, which the API server accepts as well.</summary>
    public static QuantityState Read(Field field, out Quantity quantity)
    {
        PropertyValue value = field.Value;
        switch (value.Kind)
        {
            case PropertyKind.Null:
                quantity = default;
                return QuantityState.Unset;
            case PropertyKind.String:
                return QuantityPool.TryParse(value.AsString(), out quantity) ? QuantityState.Valid : QuantityState.Invalid;
            case PropertyKind.Number when double.IsInteger(value.AsNumber()) && Math.Abs(value.AsNumber()) <= LargestExactInteger:
                quantity = Quantity.From((long)value.AsNumber());
                return QuantityState.Valid;
            case PropertyKind.Number:
                string text = value.AsNumber().ToString("R", CultureInfo.InvariantCulture);
                return Quantity.TryParse(text, out quantity) ? QuantityState.Valid : QuantityState.Invalid;
            default:
                quantity = default;
                return QuantityState.Unknown;
        }
    }

    /// <summary>Reads a map of quantities with which sums can be made.</summary>
    /// <param name="map">The map; unset is empty.</param>
    /// <param name="list">The quantities; empty when one of them cannot be counted.</param>
    /// <param name="unknown">The quantity that is not known, not valid, negative, or a secret, which a sum would reveal.</param>
    public static bool TryReadList(LocatedField map, out ResourceList list, out UnknownField unknown)
    {
        list = ResourceList.Empty;
        unknown = default;
        if (!map.Field.TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            unknown = new UnknownField(map.Path, "is not known yet");
            return false;
        }

        ResourceList.Builder result = new(properties.Length);
        foreach (Property property in properties)
        {
            Field field = map.Field.Below(property.Value);
            QuantityState state = Read(field, out Quantity quantity);
            string? problem = state switch
            {
                QuantityState.Unset => null,
                QuantityState.Unknown => "is not known yet",
                _ when field.IsSecret => "is a secret",
                QuantityState.Invalid => "is not a quantity",
                _ => quantity.Sign < 0 ? "is negative" : null,
            };
            if (problem is not null)
            {
                unknown = new UnknownField(map[property.Name].Path, problem);
                return false;
            }

            if (state == QuantityState.Valid)
            {
                result.Add(property.Name, quantity);
            }
        }

        list = result.ToList();
        return true;
    }
}

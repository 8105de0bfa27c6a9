using System.Globalization;
using Rampart.Protocol.Values;

namespace Rampart.Rules.PodSecurity;

/// <summary>
/// A field of a pod as a check reads it: missing and null are the same; a value that is not known yet, or of a type that the
/// API server does not take, is unknown, and so is all below it; what is inside a secret can be judged but not shown.
/// </summary>
internal readonly struct PodField
{
    /// <summary>What stands for a secret in messages.</summary>
    public const string Secret = "[secret]";

    private readonly PropertyValue _value;
    private readonly bool _isSecret;

    public PodField(PropertyValue value, bool isSecret = false)
    {
        _isSecret = isSecret || value.IsSecret;
        _value = value.Inner;
    }

    public PodField this[string name]
    {
        get
        {
            if (_value.ObjectOrNull() is { } fields)
            {
                return fields.TryGetValue(name, out PropertyValue value) ? new PodField(value, _isSecret) : default;
            }

            return _value.IsNull ? default : Unreadable;
        }
    }

    /// <summary>A field of which nothing is known.</summary>
    public static PodField Unreadable => new(PropertyValue.Unknown);

    /// <summary>The value itself, outside of any secret.</summary>
    public PropertyValue Value => _value;

    /// <summary>Whether the field is missing or null.</summary>
    public bool IsUnset => _value.IsNull;

    /// <summary>The field as a boolean.</summary>
    public Flag Flag => _value.BooleanOrNull() switch
    {
        true => Flag.True,
        false => Flag.False,
        null => _value.IsNull ? Flag.Unset : Flag.Unknown,
    };

    /// <summary>Whether the field is an object: unset, true or unknown.</summary>
    public Flag Presence => _value.IsNull ? Flag.Unset : _value.ObjectOrNull() is null ? Flag.Unknown : Flag.True;

    /// <summary>The field for a message; empty when it is unset.</summary>
    public string Shown => _isSecret ? Secret : _value.Kind switch
    {
        PropertyKind.Null => "",
        PropertyKind.String => _value.AsString(),
        PropertyKind.Number => _value.AsNumber().ToString("R", CultureInfo.InvariantCulture),
        _ => "[unknown]",
    };

    /// <summary>Reads a text, empty when it is unset; false when it is unknown.</summary>
    public bool TryGetText(out string text)
    {
        text = _value.StringOrNull() ?? "";
        return text.Length > 0 || _value.IsNull || _value.Kind == PropertyKind.String;
    }

    /// <summary>Reads a whole number, 0 when it is unset; false when it is unknown.</summary>
    public bool TryGetInteger(out double number)
    {
        number = _value.NumberOrNull() ?? 0;
        return _value.IsNull || (_value.Kind == PropertyKind.Number && double.IsInteger(number));
    }

    /// <summary>Reads a list, empty when it is unset; false when it is unknown.</summary>
    public bool TryGetItems(out PodFieldItems items)
    {
        PropertyList? list = _value.ListOrNull();
        items = new PodFieldItems(list, _isSecret);
        return list is not null || _value.IsNull;
    }

    /// <summary>Reads an object's properties, none when it is unset; false when it is unknown.</summary>
    public bool TryGetProperties(out ReadOnlySpan<Property> properties)
    {
        PropertyObject? fields = _value.ObjectOrNull();
        properties = fields is null ? default : fields.Properties;
        return fields is not null || _value.IsNull;
    }

    /// <summary>A property of this field as upstream writes annotations, <c>key="value"</c>; the keys of a secret are secret too.</summary>
    public string ShowEntry(in Property property) =>
        _isSecret ? Secret : $"{property.Name}={GoQuote.Of(Below(property.Value).Shown)}";

    /// <summary>A property's value with this field's secrecy.</summary>
    public PodField Below(PropertyValue value) => new(value, _isSecret);
}

/// <summary>The items of a list; for use in foreach.</summary>
internal readonly struct PodFieldItems(PropertyList? list, bool isSecret)
{
    public int Count => list?.Count ?? 0;

    public PodField this[int index] => new(list![index], isSecret);

    public Enumerator GetEnumerator() => new(this);

    public struct Enumerator(PodFieldItems items)
    {
        private int _next;

        public PodField Current { get; private set; }

        public bool MoveNext()
        {
            if (_next >= items.Count)
            {
                return false;
            }

            Current = items[_next++];
            return true;
        }
    }
}

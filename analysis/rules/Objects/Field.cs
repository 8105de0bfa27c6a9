using System.Globalization;
using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects;

/// <summary>
/// A field of an object as a rule reads it: missing and null are the same; a value that is not known yet, or of a type that the
/// API server does not take, is unknown, and so is all below it; what is inside a secret can be judged but not shown.
/// </summary>
internal readonly struct Field
{
    /// <summary>What stands for a secret in messages.</summary>
    public const string Secret = "[secret]";

    private readonly PropertyValue _value;
    private readonly bool _isSecret;

    public Field(PropertyValue value, bool isSecret = false)
    {
        _isSecret = isSecret || value.IsSecret;
        _value = value.Inner;
    }

    public Field this[string name]
    {
        get
        {
            if (_value.ObjectOrNull() is { } fields)
            {
                return fields.TryGetValue(name, out PropertyValue value) ? new Field(value, _isSecret) : default;
            }

            return _value.IsNull ? default : Unreadable;
        }
    }

    /// <summary>A field of which nothing is known.</summary>
    public static Field Unreadable => new(PropertyValue.Unknown);

    /// <summary>The value itself, outside of any secret.</summary>
    public PropertyValue Value => _value;

    /// <summary>Whether the field is, or is inside, a secret.</summary>
    public bool IsSecret => _isSecret;

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

    /// <summary>Whether nothing can be said about the field: not known yet, or of a type that no rule expects.</summary>
    public bool IsUnknown => _value.IsUnknown;

    /// <summary>The text; empty when it is unset, unknown or not a text.</summary>
    public string Text => _value.StringOrNull() ?? "";

    /// <summary>The text for a message: as <see cref="Text"/>, but a secret is not shown.</summary>
    public string ShownText => _isSecret && !_value.IsNull ? Secret : Text;

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
    public bool TryGetItems(out FieldItems items)
    {
        PropertyList? list = _value.ListOrNull();
        items = new FieldItems(list, _isSecret);
        return list is not null || _value.IsNull;
    }

    /// <summary>Reads an object's properties, none when it is unset; false when it is unknown.</summary>
    public bool TryGetProperties(out ReadOnlySpan<Property> properties)
    {
        PropertyObject? fields = _value.ObjectOrNull();
        properties = fields is null ? default : fields.Properties;
        return fields is not null || _value.IsNull;
    }

    /// <summary>A property's value with this field's secrecy.</summary>
    public Field Below(PropertyValue value) => new(value, _isSecret);
}

/// <summary>The items of a list; for use in foreach.</summary>
internal readonly struct FieldItems(PropertyList? list, bool isSecret)
{
    public int Count => list?.Count ?? 0;

    public Field this[int index] => new(list![index], isSecret);

    public Enumerator GetEnumerator() => new(this);

    public struct Enumerator(FieldItems items)
    {
        private int _next;

        public Field Current { get; private set; }

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

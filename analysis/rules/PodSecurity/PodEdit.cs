using Rampart.Protocol.Values;

namespace Rampart.Rules.PodSecurity;

/// <summary>Reads and changes one field of a pod; what is secret stays so.</summary>
internal static class PodEdit
{
    /// <summary>The value of a field; null where there is none. What is below an unknown or a value of a wrong type is unknown.</summary>
    public static PropertyValue Get(PropertyValue owner, ReadOnlySpan<string> steps, out bool isSecret)
    {
        isSecret = owner.IsSecret;
        foreach (string step in steps)
        {
            PropertyValue inner = owner.Inner;
            owner = inner.ObjectOrNull() is { } fields ? fields[step] : inner.IsNull ? inner : PropertyValue.Unknown;
            isSecret |= owner.IsSecret;
        }

        return owner;
    }

    /// <summary>A copy with a field set, or removed when the value is null; the same where the field is below an unknown or a value of a wrong type.</summary>
    public static PropertyValue Set(PropertyValue owner, ReadOnlySpan<string> steps, PropertyValue value)
    {
        if (steps.IsEmpty)
        {
            return value;
        }

        PropertyValue inner = owner.Inner;
        if (inner.ObjectOrNull() is not { } fields)
        {
            if (!inner.IsNull)
            {
                return owner;
            }

            fields = PropertyObject.Empty;
        }

        PropertyValue field = fields[steps[0]], changed = Set(field, steps[1..], value);
        return changed.IsIdenticalTo(field) ? owner : Like(owner, PropertyValue.From(fields.With(steps[0], changed)));
    }

    /// <summary>A value that is secret if another is.</summary>
    public static PropertyValue Like(PropertyValue other, PropertyValue value) => other.IsSecret ? PropertyValue.Secret(value) : value;
}
